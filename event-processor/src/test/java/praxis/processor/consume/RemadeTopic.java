package praxis.processor.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;

/** One partition of a topic, held in memory, to which anything can be done. */
final class RemadeTopic implements InboundTopic {
    private final TreeMap<Long, ConsumerRecord<byte[], byte[]>> records = new TreeMap<>();
    private String id = "the-topic";
    private int leaderEpoch = 1;
    private long begin;
    private long end;

    RemadeTopic append(String... values) {
        for (String value : values) {
            records.put(end, record(end, value));
            end++;
        }
        return this;
    }

    RemadeTopic forgetBelow(long offset) {
        records.headMap(offset).clear();
        begin = offset;
        return this;
    }

    RemadeTopic loseTailFrom(long offset) {
        records.tailMap(offset).clear();
        end = offset;
        leaderEpoch++;
        return this;
    }

    RemadeTopic leaveHole(long offset) {
        records.remove(offset);
        return this;
    }

    RemadeTopic makeAnew() {
        id = "another-topic";
        return this;
    }

    @Override
    public Position.TopicId id() {
        return new Position.TopicId(id);
    }

    @Override
    public Extent extent(int partition) {
        return new Extent(begin, end);
    }

    @Override
    public Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset) {
        return Optional.ofNullable(records.get(offset));
    }

    @Override
    public void close() {}

    private ConsumerRecord<byte[], byte[]> record(long offset, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                Topics.INBOUND,
                EntryCheckTest.PARTITION,
                offset,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                bytes.length,
                new byte[0],
                bytes,
                new RecordHeaders(),
                Optional.of(leaderEpoch));
    }
}
