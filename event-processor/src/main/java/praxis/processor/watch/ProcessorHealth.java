package praxis.processor.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import praxis.processor.consume.PartitionBoard;
import praxis.processor.consume.Standing;
import praxis.processor.start.StartStage;

import java.util.SortedMap;
import java.util.TreeMap;

/** Ready when started, member of the group, and no partition is held or stopped. */
public final class ProcessorHealth implements HealthIndicator {
    private final StartStage stage;
    private final PartitionBoard board;
    private final TopicWatch topic;

    public ProcessorHealth(StartStage stage, PartitionBoard board, TopicWatch topic) {
        this.stage = stage;
        this.board = board;
        this.topic = topic;
    }

    @Override
    public Health health() {
        if (!stage.isDone()) {
            return Health.down().withDetail("start", stage.words()).build();
        }
        if (!board.hasJoined()) {
            return Health.down().withDetail("start", "joining the group").build();
        }
        SortedMap<Integer, Standing> standings = board.standings();
        boolean allFlow = standings.values().stream().allMatch(Standing.Flowing.class::isInstance);
        Health.Builder health = allFlow && topic.isReachable() ? Health.up() : Health.down();
        return health.withDetail("broker", topic.isReachable() ? "reachable" : "not reachable")
                .withDetail("partitions", words(standings))
                .build();
    }

    private static SortedMap<Integer, String> words(SortedMap<Integer, Standing> standings) {
        SortedMap<Integer, String> words = new TreeMap<>();
        standings.forEach((partition, standing) -> words.put(partition, words(standing)));
        return words;
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case Standing.Flowing flowing -> "flows, next is " + flowing.nextOffset();
            case Standing.Held held ->
                    "held after %d failures: %s".formatted(held.failures(), held.trouble());
            case Standing.Stopped(var reason) -> "stopped: " + reason.words();
        };
    }
}
