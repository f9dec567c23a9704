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
import praxis.processor.model.Settings;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Walks through one partition offset by offset: topic, log row, stored payload, tree and what the
 * record leads to must all say the same.
 */
final class PartitionCheck {
    private final Position.TopicId topic;
    private final StoredProgress progress;
    private final RecordDecoder decoder;
    private final Map<PracticeId, BookingState> states;
    private final Findings findings;
    private @Nullable StoredRow next;

    PartitionCheck(
            Position.TopicId topic,
            StoredProgress progress,
            RecordDecoder decoder,
            Map<PracticeId, BookingState> states,
            Findings findings) {
        this.topic = topic;
        this.progress = progress;
        this.decoder = decoder;
        this.states = states;
        this.findings = findings;
    }

    /** Finds what is wrong, in the order of the offsets, up to where the database stands. */
    void run(TopicReader onTopic, Iterator<StoredRow> inLog, TreeWalk tree) {
        if (onTopic.end() < progress.nextOffset()) {
            findings.add(onTopic.end(), "the topic ends here, but the database has gone further");
        }
        Optional<ConsumerRecord<byte[], byte[]>> record = Optional.empty();
        Optional<StoredRow> stored = Optional.empty();
        next = nextOf(inLog);
        for (long offset = 0; offset < progress.nextOffset(); offset++) {
            record =
                    offset >= onTopic.beginning() && offset < onTopic.end()
                            ? onTopic.next()
                            : Optional.empty();
            stored = rowAt(offset, inLog);
            Optional<Bytes> leaf = check(offset, record, stored);
            if (leaf.isEmpty()) {
                return;
            }
            tree.grow(leaf.get());
        }
        if (next != null) {
            findings.add(next.offset(), "a log row stands behind the end of what was processed");
        }
        checkProgress(record, stored.flatMap(StoredRow::row));
        tree.end();
    }

    private Optional<StoredRow> rowAt(long offset, Iterator<StoredRow> rows) {
        while (next != null && next.offset() < offset) {
            findings.add(next.offset(), "a log row stands where none can be");
            next = nextOf(rows);
        }
        if (next == null || next.offset() != offset) {
            return Optional.empty();
        }
        Optional<StoredRow> found = Optional.of(next);
        next = nextOf(rows);
        return found;
    }

    private static @Nullable StoredRow nextOf(Iterator<StoredRow> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    /** The leaf that belongs into the tree; empty where nothing is left to tell it. */
    private Optional<Bytes> check(
            long offset,
            Optional<ConsumerRecord<byte[], byte[]>> record,
            Optional<StoredRow> stored) {
        Optional<LogRow> row = stored.flatMap(StoredRow::row);
        if (stored.isEmpty() || row.isEmpty()) {
            findings.add(
                    offset,
                    stored.isEmpty()
                            ? "has no log row"
                            : "the log row holds what was never written there");
            return record.map(known -> fold(decoder.decode(topic, known)).leaf());
        }
        return Optional.of(check(record, stored.get(), row.get()));
    }

    private Bytes check(
            Optional<ConsumerRecord<byte[], byte[]>> record, StoredRow stored, LogRow row) {
        Bytes leaf = LogLeaf.hash(row);
        if (!leaf.equals(row.leaf())) {
            find(row, "the log row was changed after it was written");
        }
        record.ifPresent(known -> checkRecord(known, row));
        checkPayload(stored, row);
        Optional<DecodedRecord> decoded =
                record.map(known -> decoder.decode(topic, known))
                        .or(() -> fromStore(stored, row))
                        .map(known -> asRecorded(known, row));
        if (decoded.isEmpty()) {
            find(row, "neither topic nor database has the record any more");
            return leaf;
        }
        LogRow expected = fold(decoded.get());
        if (!expected.leaf().equals(leaf)) {
            find(
                    row,
                    "the log row does not say what the record leads to: status "
                            + row.entry().status().wireName()
                            + ", expected "
                            + expected.entry().status().wireName());
        }
        if (stored.hasPayload() && !keepsThePayloadOf(expected, row)) {
            find(row, "the stored payload is not the one that was accepted");
        }
        return leaf;
    }

    private void checkRecord(ConsumerRecord<byte[], byte[]> record, LogRow row) {
        if (!RecordDigest.of(record).equals(row.commitment())) {
            find(row, "the log row speaks of another record than the topic has");
        }
    }

    /**
     * The commitment covers salt and body as one: how long the salt is, is for us to know. Whoever
     * finds nothing wrong here has still to compare with the record.
     */
    private void checkPayload(StoredRow stored, LogRow row) {
        if (!stored.hasPayload()) {
            find(row, "the payload is missing, and no erasure says so");
        } else if (!RecordDigest.commitment(row.salt().toArray(), row.body().toArray())
                        .equals(row.commitment())
                || (row.practice().isPresent()
                        && row.salt().length() != InboundRecord.SALT_BYTES)) {
            find(row, "the stored payload is not the one that belongs to the log row");
        }
    }

    private static boolean keepsThePayloadOf(LogRow expected, LogRow row) {
        return expected.salt().equals(row.salt())
                && expected.body().equals(row.body())
                && expected.notJsonb().equals(row.notJsonb());
    }

    private Optional<DecodedRecord> fromStore(StoredRow stored, LogRow row) {
        return stored.hasPayload() ? Optional.of(decoder.decodeStored(row)) : Optional.empty();
    }

    /**
     * Whether the database took the data was part of the outcome and cannot be asked again: such a
     * record keeps the error that it got.
     */
    static DecodedRecord asRecorded(DecodedRecord decoded, LogRow row) {
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

    /** What a processor compares with the topic before it goes on from here. */
    private void checkProgress(
            Optional<ConsumerRecord<byte[], byte[]>> last, Optional<LogRow> lastRow) {
        if (!lastRow.map(LogRow::commitment).equals(progress.lastDigest())) {
            findings.add(progress.nextOffset(), "the digest kept is not that of the last record");
        }
        Optional<Integer> epoch = last.flatMap(ConsumerRecord::leaderEpoch);
        boolean known = epoch.isPresent() || progress.nextOffset() == 0;
        if (known && !epoch.equals(progress.leaderEpoch())) {
            findings.add(
                    progress.nextOffset(), "the leader epoch kept is not that of the last record");
        }
    }

    private void find(LogRow row, String what) {
        findings.add(row.offset(), what);
    }
}
