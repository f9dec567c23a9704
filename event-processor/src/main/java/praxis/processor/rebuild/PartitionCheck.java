package praxis.processor.rebuild;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import praxis.processor.handle.DecodedRecord;
import praxis.processor.handle.Fold;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.handle.RecordDigest;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogLeaf;
import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;
import praxis.processor.model.Settings;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks through one partition offset by offset: topic, log row, stored payload, tree and what the
 * record leads to must all say the same.
 */
final class PartitionCheck {
    private static final int MOST_FINDINGS = 20;

    private final Position.TopicId topic;
    private final Progress progress;
    private final RecordDecoder decoder;
    private final Map<PracticeId, BookingState> states;
    private final List<Finding> findings = new ArrayList<>();

    PartitionCheck(
            Position.TopicId topic,
            Progress progress,
            RecordDecoder decoder,
            Map<PracticeId, BookingState> states) {
        this.topic = topic;
        this.progress = progress;
        this.decoder = decoder;
        this.states = states;
    }

    /**
     * What is wrong, in the order of the offsets; the first {@value #MOST_FINDINGS} are told.
     *
     * @param roots the tree heads that were stored, by size
     */
    List<Finding> run(TopicReader onTopic, Iterator<StoredRow> inLog, Map<Long, Bytes> roots) {
        if (onTopic.end() < progress.nextOffset()) {
            find(onTopic.end(), "the topic ends here, but the database has gone further");
        }
        TreeEdge edge = TreeEdge.EMPTY;
        @Nullable StoredRow next = nextOf(inLog);
        for (long offset = 0; offset < progress.nextOffset(); offset++) {
            Optional<ConsumerRecord<byte[], byte[]>> record =
                    offset >= onTopic.beginning() && offset < onTopic.end()
                            ? onTopic.next()
                            : Optional.empty();
            Optional<StoredRow> stored = Optional.empty();
            if (next != null && next.row().offset() == offset) {
                stored = Optional.of(next);
                next = nextOf(inLog);
            }
            Optional<Bytes> leaf = check(offset, record, stored);
            if (leaf.isEmpty()) {
                return findings;
            }
            edge = edge.plus(List.of(leaf.get()));
            checkRoot(edge, Optional.ofNullable(roots.get(edge.size())));
        }
        if (next != null) {
            find(next.row().offset(), "a log row stands behind the end of what was processed");
        }
        if (!edge.equals(progress.edge())) {
            find(progress.nextOffset(), "the tree's edge is not that of the log rows");
        }
        return findings;
    }

    private static @Nullable StoredRow nextOf(Iterator<StoredRow> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    /** The leaf that belongs into the tree; empty where nothing is left to tell it. */
    private Optional<Bytes> check(
            long offset,
            Optional<ConsumerRecord<byte[], byte[]>> record,
            Optional<StoredRow> stored) {
        if (stored.isEmpty()) {
            find(offset, "has no log row");
            return record.map(known -> fold(decoder.decode(topic, known)).leaf());
        }
        LogRow row = stored.get().row();
        Bytes leaf = LogLeaf.hash(row);
        if (!leaf.equals(row.leaf())) {
            find(offset, "the log row was changed after it was written");
        }
        record.ifPresent(known -> checkRecord(known, row));
        checkPayload(stored.get());
        Optional<DecodedRecord> decoded =
                record.map(known -> decoder.decode(topic, known))
                        .or(() -> fromStore(stored.get()))
                        .map(known -> asRecorded(known, row));
        if (decoded.isEmpty()) {
            find(offset, "neither topic nor database has the record any more");
            return Optional.of(leaf);
        }
        LogRow expected = fold(decoded.get());
        if (!expected.leaf().equals(leaf)) {
            find(
                    offset,
                    "the log row does not say what the record leads to: status "
                            + row.entry().status().wireName()
                            + ", expected "
                            + expected.entry().status().wireName());
        }
        return Optional.of(leaf);
    }

    private void checkRecord(ConsumerRecord<byte[], byte[]> record, LogRow row) {
        if (!RecordDigest.of(record).equals(row.commitment())) {
            find(row.offset(), "the log row speaks of another record than the topic has");
        }
    }

    private void checkPayload(StoredRow stored) {
        LogRow row = stored.row();
        if (!stored.hasPayload()) {
            find(row.offset(), "the payload is missing, and no erasure says so");
        } else if (!RecordDigest.commitment(row.salt().toArray(), row.body().toArray())
                .equals(row.commitment())) {
            find(row.offset(), "the stored payload is not the one that was accepted");
        }
    }

    private Optional<DecodedRecord> fromStore(StoredRow stored) {
        return stored.hasPayload()
                ? Optional.of(decoder.decodeStored(stored.row()))
                : Optional.empty();
    }

    /**
     * Whether the database took the data was part of the outcome and cannot be asked again: such a
     * record keeps the error that it got.
     */
    private static DecodedRecord asRecorded(DecodedRecord decoded, LogRow row) {
        return row.outcomeJson().startsWith("{\"what\":\"unusable\"")
                ? decoded.unusable(row.entry().error().orElse(""))
                : decoded;
    }

    private LogRow fold(DecodedRecord decoded) {
        decoded.practice()
                .ifPresent(
                        practice ->
                                states.computeIfAbsent(
                                        practice,
                                        name -> new BookingState(name, Settings.DEFAULT)));
        return Fold.fold(states, decoded).toLogRow();
    }

    private void checkRoot(TreeEdge edge, Optional<Bytes> stored) {
        if (stored.isPresent() && !stored.get().equals(edge.root())) {
            find(edge.size() - 1, "the tree head stored at this row is not that of the log");
        } else if (stored.isEmpty() && edge.size() == progress.nextOffset()) {
            find(edge.size() - 1, "the tree head of the last batch is missing");
        }
    }

    private void find(long offset, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(
                    new Finding("partition " + progress.partition() + ", offset " + offset, what));
        }
    }
}
