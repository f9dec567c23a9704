package praxis.processor.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import praxis.processor.publish.OutboxBoard;

import java.time.Duration;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;

/** Not ready while announcements cannot be published; records are applied all the same. */
public final class OutboxHealth implements HealthIndicator {
    private final OutboxBoard board;
    private final InstantSource clock;

    public OutboxHealth(OutboxBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Health health() {
        SortedMap<Integer, String> held = new TreeMap<>();
        board.troubles()
                .forEach(
                        (partition, trouble) ->
                                held.put(
                                        partition,
                                        "held after %d failures: %s"
                                                .formatted(trouble.failures(), trouble.words())));
        Health.Builder health = held.isEmpty() ? Health.up() : Health.down();
        board.waitingSince()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .ifPresent(age -> health.withDetail("oldest_seconds", age));
        return health.withDetail("waiting", board.waiting()).withDetail("partitions", held).build();
    }
}
