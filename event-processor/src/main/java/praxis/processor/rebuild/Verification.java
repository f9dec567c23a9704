package praxis.processor.rebuild;

import org.apache.kafka.clients.consumer.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import praxis.processor.apply.PracticeTables;
import praxis.processor.apply.SnapshotReader;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.BookingState;
import praxis.processor.rebuild.LogQueries.Installation;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Proves that the log is complete and untouched, that the tables are what it adds up to, and that
 * others were told of it. Sees the database at one moment, while others go on writing.
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
     * @param topic what the database was filled from; empty where it never was
     * @param records how many log rows there should be
     * @param rows how many rows of the tables were compared
     * @param heads of each partition's tree as it was found
     * @param findings in the order of the log, then of the tables; empty if all is well
     * @param behind partitions that stand before the checkpoint and can still come up to it
     */
    public record Report(
            Optional<TopicId> topic,
            int partitions,
            long records,
            long rows,
            SortedMap<Integer, TreeHead> heads,
            List<Finding> findings,
            List<Finding> behind) {
        public boolean isContent() {
            return findings.isEmpty() && behind.isEmpty();
        }
    }

    public Report run() {
        return run(Optional.empty());
    }

    /**
     * Also holds the log against a checkpoint.
     *
     * @param checkpoint what the log was once; it must still be that, and may be more
     */
    public Report run(Optional<Checkpoint> checkpoint) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, handle -> run(handle, checkpoint));
    }

    private Report run(Handle handle, Optional<Checkpoint> checkpoint) {
        LogQueries log = new LogQueries(handle);
        Optional<Installation> installation = log.installation();
        Optional<TopicId> topic = installation.map(Installation::topic);
        List<StoredProgress> progress = log.progress();
        CheckpointCheck proof = new CheckpointCheck(checkpoint, topic);
        List<Finding> findings = new ArrayList<>();
        if (topic.isEmpty() && !progress.isEmpty()) {
            findings.add(new Finding("installation", "it is not written what topic this is from"));
        }
        Map<PracticeId, BookingState> states = new HashMap<>();
        SortedMap<Integer, TreeHead> heads = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            int partitions = consumer.partitionsFor(Topics.INBOUND).size();
            installation.ifPresent(known -> findings.addAll(checkCount(known, partitions)));
            for (StoredProgress partition : withThoseOf(proof, progress)) {
                if (partition.partition() < 0 || partition.partition() >= partitions) {
                    findings.add(
                            new Finding(
                                    "partition " + partition.partition(),
                                    "the topic has no such partition"));
                    continue;
                }
                TreeHead head = check(log, consumer, topic, partition, states, proof, findings);
                heads.put(partition.partition(), head);
            }
        }
        findings.addAll(log.strays());
        findings.addAll(log.unpublished());
        findings.addAll(proof.broken());
        Map<PracticeId, PracticeTables> actual = SnapshotReader.practices(handle);
        Map<PracticeId, PracticeTables> expected = new HashMap<>();
        states.forEach((practice, state) -> expected.put(practice, PracticeTables.of(state)));
        findings.addAll(TableCheck.compare(expected, actual));
        return new Report(
                topic,
                progress.size(),
                progress.stream().mapToLong(StoredProgress::nextOffset).sum(),
                TableCheck.rows(actual.values()),
                heads,
                findings,
                proof.behind());
    }

    private TreeHead check(
            LogQueries log,
            Consumer<byte[], byte[]> consumer,
            Optional<TopicId> topic,
            StoredProgress progress,
            Map<PracticeId, BookingState> states,
            CheckpointCheck proof,
            List<Finding> findings) {
        int partition = progress.partition();
        long proven = proof.size(partition);
        TopicReader onTopic =
                new TopicReader(consumer, partition, Math.max(progress.nextOffset(), proven));
        Findings here = new Findings(partition);
        TreeWalk tree = new TreeWalk(progress, log.heads(partition), proven, here);
        if (topic.isPresent()) {
            PartitionCheck check = new PartitionCheck(topic.get(), progress, decoder, states, here);
            try (Stream<StoredRow> rows = log.rows(partition)) {
                check.run(onTopic, rows.iterator(), tree);
            }
        }
        findings.addAll(here.all());
        proof.check(progress, tree.atMark(), onTopic);
        return tree.head();
    }

    private static List<Finding> checkCount(Installation installation, int partitions) {
        return partitions == installation.partitions()
                ? List.of()
                : List.of(
                        new Finding(
                                "installation",
                                "the topic has %d partitions, not the %d that it was filled from"
                                        .formatted(partitions, installation.partitions())));
    }

    /** A partition that the database knows nothing of stands at its beginning. */
    private static List<StoredProgress> withThoseOf(
            CheckpointCheck proof, List<StoredProgress> progress) {
        SortedMap<Integer, StoredProgress> all = new TreeMap<>();
        proof.partitions().forEach(each -> all.put(each, StoredProgress.none(each)));
        progress.forEach(each -> all.put(each.partition(), each));
        return List.copyOf(all.values());
    }
}
