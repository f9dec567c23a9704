package praxis.processor.rebuild;

import org.apache.kafka.clients.consumer.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import praxis.processor.apply.PracticeTables;
import praxis.processor.apply.SnapshotReader;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.BookingState;
import praxis.processor.model.Progress;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Proves that the log is complete and untouched, and that the tables are what it adds up to. Sees
 * the database at one moment, while others go on writing.
 */
public final class Verification {
    private final Jdbi jdbi;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final RecordDecoder decoder;

    public Verification(
            Jdbi jdbi, Supplier<Consumer<byte[], byte[]>> consumers, RecordDecoder decoder) {
        this.jdbi = jdbi;
        this.consumers = consumers;
        this.decoder = decoder;
    }

    /**
     * What was looked at, and what is wrong with it.
     *
     * @param records how many log rows there should be
     * @param rows how many rows of the tables were compared
     * @param findings in the order of the log, then of the tables; empty if all is well
     */
    public record Report(int partitions, long records, long rows, List<Finding> findings) {
        public boolean isContent() {
            return findings.isEmpty();
        }
    }

    public Report run() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, this::run);
    }

    private Report run(Handle handle) {
        LogQueries log = new LogQueries(handle);
        Optional<TopicId> topic = log.topicId().map(TopicId::new);
        List<Progress> progress = log.progress();
        if (topic.isEmpty()) {
            return new Report(0, 0, 0, List.of());
        }
        Map<PracticeId, BookingState> states = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            for (Progress partition : progress) {
                findings.addAll(check(log, consumer, topic.get(), partition, states));
            }
        }
        Map<PracticeId, PracticeTables> actual = SnapshotReader.practices(handle);
        Map<PracticeId, PracticeTables> expected = new HashMap<>();
        states.forEach((practice, state) -> expected.put(practice, PracticeTables.of(state)));
        findings.addAll(TableCheck.compare(expected, actual));
        return new Report(
                progress.size(),
                progress.stream().mapToLong(Progress::nextOffset).sum(),
                TableCheck.rows(actual.values()),
                findings);
    }

    private List<Finding> check(
            LogQueries log,
            Consumer<byte[], byte[]> consumer,
            TopicId topic,
            Progress progress,
            Map<PracticeId, BookingState> states) {
        Map<Long, Bytes> roots = log.roots(progress.partition());
        TopicReader onTopic =
                new TopicReader(consumer, progress.partition(), progress.nextOffset());
        try (Stream<StoredRow> rows = log.rows(progress.partition())) {
            Iterator<StoredRow> inLog = rows.iterator();
            return new PartitionCheck(topic, progress, decoder, states).run(onTopic, inLog, roots);
        }
    }
}
