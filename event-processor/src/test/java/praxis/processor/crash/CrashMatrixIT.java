package praxis.processor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.handle.Arrivals;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.rebuild.FoldedLog;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Each kind of record, alone in its batch, and each point that such a batch passes: the work ends
 * there, and another processor goes on from what the database says.
 */
class CrashMatrixIT {
    private static final int PARTITION = 0;
    private static final PracticeId PRACTICE = new PracticeId("lindenhof");

    @TempDir static Path directory;
    private static FoldedLog log;
    private static KafkaConsumer<byte[], byte[]> consumer;
    private static JdbiBookingStore survivor;

    private int numbers;

    @BeforeAll
    static void start() {
        log = new FoldedLog(directory, List.of(), 1);
        survivor = new JdbiBookingStore(log.jdbi());
        consumer = log.consumer();
        List<TopicPartition> only = List.of(new TopicPartition(Topics.INBOUND, PARTITION));
        consumer.assign(only);
        consumer.seekToBeginning(only);
    }

    @AfterAll
    static void stop() {
        consumer.close();
        log.close();
    }

    @Test
    void losesNothingAndDoublesNothingOfAnyKindWhereverItEnds(TestReporter reporter) {
        int cells = 0;
        Set<String> all = new LinkedHashSet<>();
        List<String> kinds = new ArrayList<>();
        for (Kind kind : Kind.ALL) {
            Set<String> points = pointsOf(kind);
            points.forEach(point -> endAt(kind, point));
            cells += points.size();
            all.addAll(points);
            kinds.add(kind + " " + points.size());
        }
        // One row for each record, and the tables as if nothing had happened.
        assertThat(log.verify().findings()).isEmpty();
        assertThat(all).contains("before commit", "after commit").hasSizeGreaterThan(50);
        reporter.publishEntry(
                "%d ends of %s, at %d different points".formatted(cells, kinds, all.size()));
    }

    private Set<String> pointsOf(Kind kind) {
        Life life = Life.untilTheEnd();
        List<ConsumerRecord<byte[], byte[]>> records = come(kind);
        life.spend(() -> handle(life, records));
        assertAllApplied(kind, records);
        return life.passed();
    }

    private void endAt(Kind kind, String point) {
        List<ConsumerRecord<byte[], byte[]>> records = come(kind);
        Life life = Life.until(point);
        assertThat(life.spend(() -> handle(life, records))).as("%s, %s", kind, point).isTrue();

        long first = records.getFirst().offset();
        long stands = survivor.progress(PARTITION).orElseThrow().nextOffset();
        assertThat(stands).as("%s, %s", kind, point).isIn(first, first + records.size());
        if (stands == first) {
            assertThat(handle(survivor, records)).isInstanceOf(Handled.Committed.class);
        }
        assertAllApplied(kind, records);
    }

    /** What the kind needs is done; what is of the kind stands on the topic. */
    private List<ConsumerRecord<byte[], byte[]>> come(Kind kind) {
        int number = numbers++;
        List<ConsumerRecord<byte[], byte[]>> before =
                throughTheTopic(kind.before(arrivals(), PRACTICE, number).all());
        if (!before.isEmpty()) {
            assertThat(handle(survivor, before)).isInstanceOf(Handled.Committed.class);
        }
        KnownIds known = new KnownIds(log::texts);
        return throughTheTopic(kind.come(arrivals(), PRACTICE, number, known).all());
    }

    private static Arrivals arrivals() {
        return new Arrivals(PARTITION);
    }

    private static List<ConsumerRecord<byte[], byte[]>> throughTheTopic(
            List<ConsumerRecord<byte[], byte[]>> records) {
        log.append(records);
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        while (read.size() < records.size()) {
            consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
        }
        return read;
    }

    private static void handle(Life life, List<ConsumerRecord<byte[], byte[]>> records) {
        handle(new JdbiBookingStore(life.at(log::connect)), records);
    }

    private static Handled handle(
            JdbiBookingStore store, List<ConsumerRecord<byte[], byte[]>> records) {
        return new BatchHandler(store, FoldedLog.DECODER, _ -> {})
                .handle(log.topic(), PARTITION, records);
    }

    private static void assertAllApplied(Kind kind, List<ConsumerRecord<byte[], byte[]>> records) {
        long first = records.getFirst().offset();
        assertThat(survivor.progress(PARTITION).orElseThrow().nextOffset())
                .isEqualTo(first + records.size());
        if (kind instanceof OrderKind order) {
            assertThat(
                            log.texts(
                                    """
                                    select processing_status from ledger.event_log
                                    where partition_no = %d and record_offset = %d
                                    """
                                            .formatted(PARTITION, first)))
                    .as(kind.toString())
                    .containsExactly(order.outcome());
        }
    }
}
