package praxis.processor.simulate.invariant;

import praxis.processor.model.Announcement;
import praxis.processor.model.LogRow;
import praxis.processor.model.OutboxRow;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What arrives for the first time does so in the order of the log, for each practice and topic. */
final class PublishedInOrder implements Invariant {
    /** The partition counts where a record names no practice. */
    private record Stream(int partition, Optional<PracticeId> practice, Announcement.Topic topic) {}

    @Override
    public void check(History history, Consumer<String> complaint) {
        Map<Stream, List<UUID>> arrived = arrived(history.run().sent());
        announced(history.run().rows(), arrived)
                .forEach(
                        (stream, ids) -> {
                            if (!ids.equals(arrived.get(stream))) {
                                complaint.accept(stream + " came as " + arrived.get(stream));
                            }
                        });
    }

    /** Of each id, the first; what comes again is no news. */
    private static Map<Stream, List<UUID>> arrived(List<OutboxRow> sent) {
        Map<Stream, List<UUID>> arrived = new HashMap<>();
        Set<UUID> known = new HashSet<>();
        for (OutboxRow row : sent) {
            if (known.add(row.announcement().id())) {
                add(arrived, row.place().partition(), row.practice(), row.announcement());
            }
        }
        return arrived;
    }

    /** As the log has it; whether all arrived is for others to say. */
    private static Map<Stream, List<UUID>> announced(
            List<LogRow> rows, Map<Stream, List<UUID>> arrived) {
        Set<UUID> known = new HashSet<>();
        arrived.values().forEach(known::addAll);
        Map<Stream, List<UUID>> announced = new HashMap<>();
        for (LogRow row : rows) {
            row.announcements().stream()
                    .filter(each -> known.contains(each.id()))
                    .forEach(each -> add(announced, row.partition(), row.practice(), each));
        }
        return announced;
    }

    private static void add(
            Map<Stream, List<UUID>> ids,
            int partition,
            Optional<PracticeId> practice,
            Announcement announced) {
        ids.computeIfAbsent(
                        new Stream(partition, practice, announced.topic()), _ -> new ArrayList<>())
                .add(announced.id());
    }
}
