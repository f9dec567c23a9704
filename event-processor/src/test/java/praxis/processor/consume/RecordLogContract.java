package praxis.processor.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the broker does with records, and whoever stands in for it. */
public abstract class RecordLogContract {
    private static final int PARTITION = 1;

    /** A log on which nothing stands yet. */
    protected abstract RecordLog log();

    /** Returns when the record is on the log. */
    protected abstract void append(int partition, ProducerRecord<byte[], byte[]> record);

    @Test
    void beginsEmpty() {
        assertThat(log().end(PARTITION)).isZero();
    }

    @Test
    void keepsItsId() {
        var before = log().id();
        append(PARTITION, record("a"));
        assertThat(log().id()).isEqualTo(before);
    }

    @Test
    void countsEachPartitionByItself() {
        append(PARTITION, record("a"));
        append(PARTITION, record("b"));
        append(PARTITION - 1, record("c"));

        assertThat(log().end(PARTITION)).isEqualTo(2);
        assertThat(log().end(PARTITION - 1)).isEqualTo(1);
        assertThat(at(1).value()).asString(StandardCharsets.UTF_8).isEqualTo("b");
    }

    @Test
    void keepsTheSameTwiceWhenItComesTwice() {
        append(PARTITION, record("a"));
        append(PARTITION, record("a"));

        assertThat(at(0).value()).isEqualTo(at(1).value());
        assertThat(at(1).offset()).isEqualTo(1);
    }

    @Test
    void handsOutWhatWasAppended() {
        append(PARTITION, record("a"));

        ConsumerRecord<byte[], byte[]> read = at(0);
        assertThat(read.topic()).isEqualTo(Topics.INBOUND);
        assertThat(read.partition()).isEqualTo(PARTITION);
        assertThat(read.key()).asString(StandardCharsets.UTF_8).isEqualTo("key");
        assertThat(read.headers().toArray())
                .extracting(Header::key)
                .containsExactly("first", "second", "first");
        assertThat(read.leaderEpoch()).isPresent();
    }

    @Test
    void keepsRecordWithoutValue() {
        append(PARTITION, record(null));

        assertThat(at(0).value()).isNull();
    }

    private ConsumerRecord<byte[], byte[]> at(long offset) {
        return log().recordAt(PARTITION, offset).orElseThrow();
    }

    private static ProducerRecord<byte[], byte[]> record(@Nullable String value) {
        return new ProducerRecord<>(
                Topics.INBOUND,
                null,
                bytes("key"),
                value == null ? null : bytes(value),
                List.of(header("first", "1"), header("second", "2"), header("first", "3")));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
