package praxis.processor.rebuild;

import org.apache.kafka.clients.consumer.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import praxis.processor.apply.RebuildScope;
import praxis.processor.handle.DecodedRecord;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.LogRow;
import praxis.schemas.record.Position.TopicId;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What was processed once, record by record, to be folded again: from the stored payloads, or from
 * the topic; whether the database took the data is always as it was recorded.
 */
final class History {
    private final Jdbi jdbi;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final RecordDecoder decoder;
    private final TopicId topic;
    private final Rebuild.Source source;
    private final RebuildScope scope;

    /** Takes the next records. */
    @FunctionalInterface
    interface Taker {
        void take(List<DecodedRecord> records);
    }

    History(
            Jdbi jdbi,
            Supplier<Consumer<byte[], byte[]>> consumers,
            RecordDecoder decoder,
            TopicId topic,
            Rebuild.Source source,
            RebuildScope scope) {
        this.jdbi = jdbi;
        this.consumers = consumers;
        this.decoder = decoder;
        this.topic = topic;
        this.source = source;
        this.scope = scope;
    }

    /**
     * The records from one offset up to, not including, another.
     *
     * @param most so many at once
     */
    void read(int partition, long from, long to, int most, Taker taker) {
        try (Topic onTopic = new Topic(partition, from, to)) {
            // A transaction: only so, rows are fetched as they are needed.
            jdbi.useTransaction(
                    handle -> {
                        try (Stream<StoredRow> rows =
                                new LogQueries(handle)
                                        .rows(partition, from, to, scope.practice())) {
                            read(rows.iterator(), onTopic, most, taker);
                        }
                    });
        }
    }

    private void read(Iterator<StoredRow> rows, Topic onTopic, int most, Taker taker) {
        List<DecodedRecord> waiting = new ArrayList<>(most);
        while (rows.hasNext()) {
            StoredRow stored = rows.next();
            LogRow row =
                    stored.row()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "The log row at offset %d was tampered with; run verify."
                                                            .formatted(stored.offset())));
            if (scope.until().filter(row.receivedAt()::isAfter).isPresent()) {
                break;
            }
            waiting.add(PartitionCheck.asRecorded(record(stored, row, onTopic), row));
            if (waiting.size() == most) {
                taker.take(List.copyOf(waiting));
                waiting.clear();
            }
        }
        if (!waiting.isEmpty()) {
            taker.take(waiting);
        }
    }

    private DecodedRecord record(StoredRow stored, LogRow row, Topic onTopic) {
        return source == Rebuild.Source.PAYLOADS && stored.hasPayload()
                ? decoder.decodeStored(row)
                : onTopic.at(row.offset())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Neither topic nor database has the record at"
                                                        + " partition"
                                                        + " %d, offset %d."
                                                                .formatted(
                                                                        row.partition(),
                                                                        row.offset())));
    }

    /** The partition's records on the topic, in their order; read only once one is asked for. */
    private final class Topic implements AutoCloseable {
        private final int partition;
        private final long from;
        private final long to;
        private @Nullable Consumer<byte[], byte[]> consumer;
        private @Nullable TopicReader reader;

        Topic(int partition, long from, long to) {
            this.partition = partition;
            this.from = from;
            this.to = to;
        }

        Optional<DecodedRecord> at(long offset) {
            TopicReader records = reader();
            var next = records.next();
            while (next.isPresent() && next.get().offset() < offset) {
                next = records.next();
            }
            return next.filter(record -> record.offset() == offset)
                    .map(record -> decoder.decode(topic, record));
        }

        private TopicReader reader() {
            TopicReader known = reader;
            if (known == null) {
                Consumer<byte[], byte[]> opened = consumers.get();
                consumer = opened;
                known = new TopicReader(opened, partition, from, to);
                reader = known;
            }
            return known;
        }

        @Override
        public void close() {
            if (consumer != null) {
                consumer.close();
            }
        }
    }
}
