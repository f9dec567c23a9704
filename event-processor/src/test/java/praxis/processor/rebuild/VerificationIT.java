package praxis.processor.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import praxis.processor.handle.Arrivals;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whatever a superuser changes behind our back is found, and the first bad row is named. */
class VerificationIT {
    private static final int BATCH = 7;

    @TempDir static Path directory;
    private static FoldedLog log;

    @BeforeAll
    static void fold() {
        log = new FoldedLog(directory, arrivals(), BATCH);
    }

    @AfterAll
    static void close() {
        log.close();
    }

    /** Ordinary traffic, an ill-formed body, and something that no edge has written. */
    private static List<ConsumerRecord<byte[], byte[]>> arrivals() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < 20; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.appointment("A" + i, "B" + i));
            arrivals.add(PracticeId.DEFAULT, Arrivals.patient("B" + i, "Ada", "Muster" + i));
        }
        return arrivals.add(PracticeId.DEFAULT, Arrivals.patient("B1", "Ada", "Muster1"))
                .add(PracticeId.DEFAULT, Optional.of("msg_1"), new byte[] {(byte) 0xff})
                .add("nobody".getBytes(StandardCharsets.UTF_8), new RecordHeaders())
                .all();
    }

    @Test
    void isContentWithUntouchedLog() {
        Verification.Report report = log.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(43);
    }

    @Test
    void tellsOfAnnouncementsThatNobodyHears() {
        log.forge("update ledger.outbox set written_at = now() - interval '1 hour'");
        Verification.Report late = log.verify();
        log.forge(
                """
                insert into ledger.outbox_progress (
                    partition_no, record_offset, ordinal, published_at)
                select partition_no, max(record_offset), 9, now()
                from ledger.outbox
                group by partition_no
                """);

        assertThat(late.findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.where())
                                    .isEqualTo("outbox of partition 0, offset 0");
                            assertThat(finding.what())
                                    .startsWith("announcements that have waited for more than 15");
                        });
        assertThat(log.verify().findings()).isEmpty();
    }

    /** A change behind our back, and how to take it back. */
    record Forgery(String sql, String repair, String where, String what) {}

    private static List<Forgery> forgeriesOfTheLedger() {
        return List.of(
                new Forgery(
                        "event_log set processing_status = 'stale' where record_offset = 5",
                        "event_log set processing_status = 'success' where record_offset = 5",
                        "partition 0, offset 5",
                        "the log row was changed"),
                new Forgery(
                        "event_log set error_message = 'x' where record_offset = 41",
                        "event_log set error_message = 'The body is not JSON.'"
                                + " where record_offset = 41",
                        "partition 0, offset 41",
                        "the log row was changed"),
                new Forgery(
                        "event_payloads set body = body || ' '::bytea where record_offset = 11",
                        "event_payloads set body = substr(body, 1, length(body) - 1)"
                                + " where record_offset = 11",
                        "partition 0, offset 11",
                        "the stored payload is not the one"),
                new Forgery(
                        "log_roots set root = sha256(root) where tree_size = 14",
                        "log_roots set root = (select root from ledger.kept) where tree_size = 14",
                        "partition 0, offset 13",
                        "the tree head stored"));
    }

    @ParameterizedTest
    @MethodSource("forgeriesOfTheLedger")
    void namesTheForgedRow(Forgery forgery) {
        log.forge(
                "create table if not exists ledger.kept as"
                        + " select root from ledger.log_roots where tree_size = 14;"
                        + "update ledger."
                        + forgery.sql());
        Verification.Report forged = log.verify();
        log.forge("update ledger." + forgery.repair());

        assertThat(forged.findings().getFirst().where()).isEqualTo(forgery.where());
        assertThat(forged.findings().getFirst().what()).startsWith(forgery.what());
        assertThat(log.verify().isContent()).isTrue();
    }

    private static List<Forgery> forgeriesOfTheTables() {
        return List.of(
                new Forgery(
                        "appointments set duration_minutes = 31"
                                + " where booking_system_appointment_id = 'A3'",
                        "appointments set duration_minutes = 30"
                                + " where booking_system_appointment_id = 'A3'",
                        "appointments",
                        "A3"),
                new Forgery(
                        "patients set phone = '1' where last_name = 'Muster4'",
                        "patients set phone = null where last_name = 'Muster4'",
                        "patients",
                        "differs"),
                new Forgery(
                        "booking_patients set occurred_at = now() where booking_patient_id = 'B7'",
                        "booking_patients set occurred_at = null where booking_patient_id = 'B7'",
                        "booking_patients",
                        "B7"),
                new Forgery(
                        "taken_identities set record_offset = 1000 where record_offset = 2",
                        "taken_identities set record_offset = 2 where record_offset = 1000",
                        "taken_identities",
                        "differs"));
    }

    @ParameterizedTest
    @MethodSource("forgeriesOfTheTables")
    void namesTheTableRowThatDoesNotFollow(Forgery forgery) {
        log.forge("update projection." + forgery.sql());
        Verification.Report forged = log.verify();
        log.forge("update projection." + forgery.repair());

        assertThat(forged.findings()).hasSize(1);
        assertThat(forged.findings().getFirst().where())
                .startsWith(forgery.where() + " of practice default");
        assertThat(forged.findings().getFirst().toString()).contains(forgery.what());
        assertThat(log.verify().isContent()).isTrue();
    }

    @Test
    void findsRowsThatWereCutOut() {
        log.forge(
                """
                create table ledger.cut as select * from ledger.event_log where record_offset = 9;
                delete from ledger.event_log where record_offset = 9;
                """);
        Verification.Report forged = log.verify();
        log.forge("insert into ledger.event_log select * from ledger.cut");

        assertThat(forged.findings().getFirst())
                .isEqualTo(new Finding("partition 0, offset 9", "has no log row"));
        assertThat(log.verify().isContent()).isTrue();
    }

    @Test
    void tellsNoPersonalValues() {
        log.forge("update projection.patients set email = 'secret@example.org'");
        Verification.Report forged = log.verify();
        log.forge(
                """
                update projection.patients set email = booking_email;
                """);

        assertThat(forged.findings().toString()).doesNotContain("secret").doesNotContain("Muster");
        assertThat(log.verify().isContent()).isTrue();
    }
}
