package praxis.processor.rebuild;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.RebuildScope;
import praxis.processor.apply.Shadow;
import praxis.processor.apply.TableDifference;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.DecodedRecord;
import praxis.processor.handle.Handled;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.rebuild.LogQueries.Installation;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.Topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Makes the tables again from the log, beside the live ones and while those go on; then says how
 * the two differ, and puts the new rows in the place of the old ones where that is wanted.
 */
public final class Rebuild {
    /** What is left for the moment in which live waits: well under a second of folding. */
    private static final long SMALL_REST = 500;

    private final Jdbi jdbi;
    private final Supplier<Jdbi> shadowed;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final RecordDecoder decoder;

    /**
     * @param owner makes connections as the owner of the tables, each with settings of its own
     */
    public Rebuild(
            Supplier<Jdbi> owner,
            Supplier<Consumer<byte[], byte[]>> consumers,
            RecordDecoder decoder) {
        this.jdbi = owner.get();
        this.shadowed = owner;
        this.consumers = consumers;
        this.decoder = decoder;
    }

    /** Where the records come from. */
    public enum Source {
        /** What the database stored, and the topic where it has not. */
        PAYLOADS,
        /** Kafka alone. */
        TOPIC
    }

    /**
     * What is to be done.
     *
     * @param name of the shadow; the same again goes on where it was interrupted
     * @param batch so many records in one transaction
     * @param swap the differing rows change places; the old ones are kept
     */
    public record Plan(String name, Source source, RebuildScope scope, int batch, boolean swap) {
        public Plan {
            if (swap && scope.until().isPresent()) {
                throw new IllegalArgumentException(
                        "Tables as they were at some time are to look at, never to be swapped.");
            }
        }

        private String purpose() {
            return source + ", " + scope.inWords();
        }
    }

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Watcher {
        /** After each batch. */
        void folded(long records, long ofAll);
    }

    /**
     * How it ended.
     *
     * @param records folded by this run; an earlier one may have folded more
     * @param tables in the order of their names
     * @param keptAs the name under which the replaced rows are kept; empty if none were
     */
    public record Report(long records, List<TableDifference> tables, Optional<String> keptAs) {
        public boolean isSame() {
            return tables.stream().allMatch(TableDifference::isNone);
        }
    }

    /** Leaves nothing of a shadow, finished or not, or kept from before a swap. */
    public boolean drop(String name) {
        Shadow shadow = Shadow.named(shadowed.get(), name);
        boolean there = shadow.purpose().isPresent();
        shadow.drop();
        return there;
    }

    public List<String> names() {
        return Shadow.names(jdbi);
    }

    /**
     * Rebuilds, compares, and swaps if that is the plan.
     *
     * @throws IllegalArgumentException where that cannot be done, in words for the operator
     */
    public Report run(Plan plan, Watcher watcher) {
        Installation installation =
                jdbi.withHandle(handle -> new LogQueries(handle).installation())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The database was never filled; there is nothing to"
                                                        + " rebuild."));
        Shadow shadow = Shadow.named(shadowed.get(), plan.name());
        Optional<String> there = shadow.purpose();
        there.ifPresent(purpose -> checkPurpose(purpose, plan));
        if (plan.source() == Source.TOPIC) {
            checkTopicIsWhole(installation.partitions());
        }
        if (there.isEmpty()) {
            shadow.create(plan.purpose());
        }
        Run run = new Run(plan, shadow, history(installation.topic(), plan), watcher);
        run.catchUp();
        return plan.swap() ? shadow.whileLiveWaits(run::finish) : shadow.atOneMoment(run::finish);
    }

    private static void checkPurpose(String purpose, Plan plan) {
        if (!purpose.equals(plan.purpose())) {
            throw new IllegalArgumentException(
                    "There is a shadow of this name for something else (%s). Finish that, drop it, or choose another name."
                            .formatted(purpose));
        }
    }

    private History history(TopicId topic, Plan plan) {
        return new History(jdbi, consumers, decoder, topic, plan.source(), plan.scope());
    }

    private void checkTopicIsWhole(int partitions) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            for (int partition = 0; partition < partitions; partition++) {
                TopicPartition asked = new TopicPartition(Topics.INBOUND, partition);
                Long first = consumer.beginningOffsets(List.of(asked)).get(asked);
                if (first == null || first > 0) {
                    throw new IllegalArgumentException(
                            "Partition %d of the topic begins at offset %d, not at 0: its first records can only come from the stored payloads."
                                    .formatted(partition, first));
                }
            }
        }
    }

    /** One run of a plan. */
    private final class Run {
        private final Plan plan;
        private final Shadow shadow;
        private final History history;
        private final Watcher watcher;
        private long folded;
        private long expected;

        Run(Plan plan, Shadow shadow, History history, Watcher watcher) {
            this.plan = plan;
            this.shadow = shadow;
            this.history = history;
            this.watcher = watcher;
        }

        /** Each round finds less that came meanwhile, as long as this is faster than live. */
        void catchUp() {
            Map<Integer, Long> live = shadow.live();
            long rest = rest(shadow.progress(), live);
            long before;
            do {
                before = rest;
                expected = folded + rest;
                fold(shadow.store(), shadow.progress(), live, shadow::reach);
                live = shadow.live();
                rest = rest(shadow.progress(), live);
            } while (rest > SMALL_REST && rest < before);
        }

        Report finish(Shadow.Moment moment) {
            expected = folded + rest(moment.progress(), moment.live());
            fold(moment.store(), moment.progress(), moment.live(), moment::reach);
            List<TableDifference> tables = moment.compare(plan.scope());
            boolean same = tables.stream().allMatch(TableDifference::isNone);
            Optional<String> keptAs =
                    plan.swap() && !same ? Optional.of("before_" + plan.name()) : Optional.empty();
            keptAs.ifPresent(name -> moment.exchange(plan.scope(), name));
            return new Report(folded, tables, keptAs);
        }

        private void fold(
                BookingStore store,
                Map<Integer, Long> from,
                Map<Integer, Long> to,
                BiConsumer<Integer, Long> reached) {
            BatchHandler handler = new BatchHandler(store, decoder, _ -> {});
            new TreeMap<>(to)
                    .forEach(
                            (partition, end) -> {
                                long begin = from.getOrDefault(partition, 0L);
                                if (begin < end) {
                                    store.begin(partition);
                                    history.read(
                                            partition,
                                            begin,
                                            end,
                                            plan.batch(),
                                            records -> take(handler, partition, records));
                                    reached.accept(partition, end);
                                }
                            });
        }

        private void take(BatchHandler handler, int partition, List<DecodedRecord> records) {
            if (handler.handle(partition, records) instanceof Handled.Fenced) {
                throw new IllegalArgumentException(
                        "Somebody else is filling this shadow, too; one of the two has to do.");
            }
            folded += records.size();
            watcher.folded(folded, expected);
        }

        private long rest(Map<Integer, Long> progress, Map<Integer, Long> live) {
            Map<Integer, Long> left = new HashMap<>(live);
            progress.forEach((partition, next) -> left.merge(partition, -next, Long::sum));
            return left.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
