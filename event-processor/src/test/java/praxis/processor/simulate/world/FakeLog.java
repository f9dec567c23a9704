package praxis.processor.simulate.world;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

import praxis.processor.consume.RecordLog;
import praxis.schemas.record.Position.TopicId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inbound topic in memory: appends, and reads from any offset. */
public final class FakeLog implements RecordLog {
    private static final int LEADER_EPOCH = 0;

    private final TopicId id;
    private final List<List<ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();

    public FakeLog(TopicId id, int partitionCount) {
        this.id = id;
        for (int i = 0; i < partitionCount; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    /** Returns the record's offset. */
    public long append(int partition, ProducerRecord<byte[], byte[]> sent, Instant at) {
        List<ConsumerRecord<byte[], byte[]>> records = partitions.get(partition);
        byte[] value = sent.value();
        records.add(
                new ConsumerRecord<>(
                        sent.topic(),
                        partition,
                        records.size(),
                        at.toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        sent.key().length,
                        value == null ? -1 : value.length,
                        sent.key(),
                        value,
                        new RecordHeaders(sent.headers()),
                        Optional.of(LEADER_EPOCH)));
        return records.size() - 1L;
    }

    public int partitions() {
        return partitions.size();
    }

    @Override
    public TopicId id() {
        return id;
    }

    @Override
    public long end(int partition) {
        return partitions.get(partition).size();
    }

    @Override
    public Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset) {
        return read(partition, offset, 1).stream().findFirst();
    }

    /** Successive records; fewer than {@code most} where the partition ends. */
    public List<ConsumerRecord<byte[], byte[]>> read(int partition, long from, int most) {
        List<ConsumerRecord<byte[], byte[]>> records = partitions.get(partition);
        int first = Math.toIntExact(Math.min(from, records.size()));
        return List.copyOf(records.subList(first, Math.min(first + most, records.size())));
    }
}
