package praxis.processor.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import praxis.processor.decide.Decider;
import praxis.processor.handle.Arrivals;
import praxis.processor.rebuild.VerifyCommand.Means;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;

/**
 * What a checkpoint outside the database shows that the database alone cannot, and whom it does not
 * accuse. The order matters: the topic is cut in the last ones, and no broker can undo that.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckpointIT {
    private static final int PARTITION = 2;
    private static final int EVENTS = 30;
    private static final int PING = 20;
    private static final int END = EVENTS + 5;

    @TempDir static Path directory;
    private static FoldedLog log;
    private static Path checkpoint;

    /** What the command said. */
    private record Answer(int code, String words) {}

    @BeforeAll
    static void fold() {
        Arrivals arrivals = new Arrivals(PARTITION);
        for (int i = 0; i < EVENTS; i++) {
            arrivals.add(
                    PracticeId.DEFAULT,
                    i == PING
                            ? "{\"event_type\":\"ping\",\"payload\":{}}"
                            : i % 2 == 0
                                    ? Arrivals.appointment("A" + i, "B" + i)
                                    : Arrivals.patient("B" + (i - 1), "Ada", "Muster" + i));
        }
        // A tail that changes nothing but the log.
        while (arrivals.all().size() < END) {
            arrivals.add("nobody".getBytes(StandardCharsets.UTF_8), new RecordHeaders());
        }
        log = new FoldedLog(directory, arrivals.all(), 7);
        checkpoint = directory.resolve("checkpoint");
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static Answer verify(String... options) {
        return verify(FoldedLog.MAIN_KEY, options);
    }

    private static Answer verify(Bytes mainKey, String... options) {
        StringWriter said = new StringWriter();
        VerifyCommand command =
                new VerifyCommand(
                        () -> new Means(log.verification(), CheckpointKey.derivedFrom(mainKey)),
                        InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")),
                        new PrintWriter(said));
        return new Answer(new CommandLine(command).execute(options), said.toString());
    }

    @Test
    @Order(1)
    void writesCheckpointOfLogThatIsInOrder() throws IOException {
        Answer answer = verify("--write-checkpoint", checkpoint.toString());

        assertThat(answer.code()).isZero();
        assertThat(Files.readString(checkpoint))
                .startsWith(
                        """
                        praxis checkpoint v1
                        time 2026-03-02T09:00:00Z
                        topic %s
                        partition 2 size 35 root \
                        """
                                .formatted(log.topic().value()));
        assertThat(verify("--checkpoint", checkpoint.toString()))
                .satisfies(
                        again -> {
                            assertThat(again.code()).isZero();
                            assertThat(again.words())
                                    .contains("checkpoint of 2026-03-02T09:00:00Z kept");
                        });
    }

    @Test
    @Order(2)
    void writesNoneOfLogThatIsNot() {
        Path refused = directory.resolve("refused");
        log.forge("update ledger.event_log set kind = 'x' where record_offset = 3");
        Answer answer = verify("--write-checkpoint", refused.toString());
        log.forge("update ledger.event_log set kind = 'webhook' where record_offset = 3");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(refused).doesNotExist();
    }

    @Test
    @Order(3)
    void refusesCheckpointThatWasChangedOrIsNotOurs() throws IOException {
        Path changed = directory.resolve("changed");
        Files.writeString(changed, Files.readString(checkpoint).replace("size 35", "size 34"));
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertThat(verify("--checkpoint", changed.toString()))
                .satisfies(
                        answer -> {
                            assertThat(answer.code()).isEqualTo(1);
                            assertThat(answer.words()).contains("does not bear our signature");
                        });
        assertThat(verify(Bytes.of(otherKey), "--checkpoint", checkpoint.toString()).code())
                .isEqualTo(1);
        assertThat(verify("--checkpoint", directory.resolve("none").toString()))
                .satisfies(
                        answer -> {
                            assertThat(answer.code()).isEqualTo(2);
                            assertThat(answer.words()).contains("there is no such file");
                        });
    }

    @Test
    @Order(4)
    void refusesCheckpointOfAnotherTopic() {
        Path foreign = directory.resolve("foreign");
        CheckpointFile.write(
                foreign,
                new Checkpoint(
                        new TopicId("AAAAAAAAAAAAAAAAAAAAAA"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        new TreeMap<>()),
                CheckpointKey.derivedFrom(FoldedLog.MAIN_KEY));

        Answer answer = verify("--checkpoint", foreign.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.words()).contains("checkpoint: it was taken of topic AAAAAAAAAAAAAAAA");
    }

    @Test
    @Order(5)
    void doesNotAccuseDatabaseThatWasRestoredAndCatchesUpInOtherBatches() {
        log.restore(4, 11);
        assertThat(log.texts("select count(*) from ledger.event_log")).containsExactly("11");
        Answer behind = verify("--checkpoint", checkpoint.toString());
        assertThat(behind.code()).isEqualTo(3);
        assertThat(behind.words())
                .contains("nothing is wrong")
                .contains("partition 2: stands before the checkpoint: 11 of 35 rows");

        log.fold(5, Long.MAX_VALUE);
        assertThat(log.texts("select tree_size from ledger.log_roots order by tree_size"))
                .containsExactly("4", "8", "11", "16", "21", "26", "31", "35");
        assertThat(verify("--checkpoint", checkpoint.toString()).code()).isZero();
    }

    @Test
    @Order(6)
    void doesNotAccuseDatabaseThatBeginsAnew() {
        log.restore(4, 0);
        assertThat(verify("--checkpoint", checkpoint.toString()).code()).isEqualTo(3);

        log.fold(1, Long.MAX_VALUE);
        assertThat(verify("--checkpoint", checkpoint.toString()).code()).isZero();
    }

    @Test
    @Order(7)
    void findsHistoryThatWasRewrittenWithAllItsProofs() {
        HistoryForger forger = new HistoryForger(log, PARTITION);
        forger.rewrite(
                """
                create table kept as select * from ledger.event_log where record_offset = 20;
                update ledger.event_log
                set event_type = null, processing_status = 'error',
                    error_message = 'The data cannot be stored (22021).',
                    outcome = '{"what":"unusable","rules":"%s"}'
                where record_offset = 20
                """
                        .formatted(Decider.RULE_VERSION));

        assertThat(verify().words())
                .as("the database alone cannot show it")
                .contains("All is well");
        Answer answer = verify("--checkpoint", checkpoint.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.words())
                .contains("partition 2: history was rewritten: the first 35 rows are not those");
        forger.rewrite(
                """
                delete from ledger.event_log where record_offset = 20;
                insert into ledger.event_log select * from kept
                """);
        assertThat(verify("--checkpoint", checkpoint.toString()).code()).isZero();
    }

    @Test
    @Order(8)
    void findsTailThatWasCutOffWithAllItsProofs() {
        new HistoryForger(log, PARTITION)
                .rewrite(
                        """
                        delete from ledger.event_log where record_offset >= 30;
                        delete from ledger.event_payloads where record_offset >= 30;
                        delete from ledger.log_roots where tree_size >= 30;
                        """);
        assertThat(verify("--checkpoint", checkpoint.toString()).code())
                .as("as long as the topic has the records, they come again")
                .isEqualTo(3);

        log.forget(PARTITION, END - 1);
        Answer answer = verify("--checkpoint", checkpoint.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.words())
                .contains("partition 2: the tail was cut off: 30 of the checkpoint's 35 rows");
        assertThat(verify().words())
                .as("the database alone cannot show it")
                .contains("All is well");
    }
}
