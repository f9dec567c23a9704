package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static praxis.processor.apply.Samples.LINDENHOF;
import static praxis.processor.apply.Samples.MORNING;
import static praxis.processor.apply.Samples.ODD;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Announcement;
import praxis.processor.model.Decision;
import praxis.processor.model.LogRow;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The log keeps every byte, and each batch its root. */
class EventLogIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final Database connections = database.asProcessor();
    private final JdbiBookingStore store = new JdbiBookingStore(connections.jdbi());

    @AfterEach
    void leave() {
        connections.close();
    }

    @Test
    void keepsEachColumnOfFullRowAsItWas() {
        byte[] body = Samples.everyByte();
        LogRow row =
                row(
                        0,
                        Optional.of(ODD),
                        new Decision.Entry(
                                ProcessingStatus.NEEDS_REVIEW,
                                Optional.of("type " + ODD),
                                Optional.of("error " + ODD),
                                "asked",
                                new Decision.Concerns(
                                        Optional.of(Samples.bookingPatientId(ODD)),
                                        Optional.of(Samples.appointmentId(ODD)),
                                        Optional.of(Samples.patientId("anna"))),
                                Optional.empty(),
                                List.of()),
                        "{ \"what\" : \"spaced\\u0020\", \"ä\":1.50}",
                        body);
        append(List.of(row));

        Map<String, @Nullable Object> kept = one("select * from ledger.event_log");
        assertThat(kept)
                .containsEntry("partition_no", 3)
                .containsEntry("record_offset", 0L)
                .containsEntry("id", row.id())
                .containsEntry("practice_id", LINDENHOF.value())
                .containsEntry("kind", "webhook")
                .containsEntry("event_type", "type " + ODD)
                .containsEntry("webhook_id", ODD)
                .containsEntry("scheme", "standard-webhooks")
                .containsEntry("secret_fingerprint", "ÿ fingerprint")
                .containsEntry("backfill", true)
                .containsEntry("booking_patient_id", "bp-" + ODD)
                .containsEntry("booking_appointment_id", "ba-" + ODD)
                .containsEntry("patient_id", Samples.uuid("anna"))
                .containsEntry("about_event_id", null)
                .containsEntry("processing_status", "needs_review")
                .containsEntry("error_message", "error " + ODD)
                .containsEntry("commitment", row.commitment().toArray())
                .containsEntry("leaf", row.leaf().toArray());
        assertThat(one("select outcome::text, received_at::text from ledger.event_log"))
                .containsEntry("outcome", row.outcomeJson())
                .containsEntry("received_at", "2026-03-02 07:15:30.123456+00");
        assertThat(one("select * from ledger.event_payloads"))
                .containsEntry("body", body)
                .containsEntry("salt", row.salt().toArray())
                .containsEntry("not_jsonb", "because " + ODD);
    }

    @Test
    void keepsRowOfRecordThatNamesNothing() {
        LogRow row =
                new LogRow(
                        3,
                        0,
                        Samples.uuid("nobody's"),
                        Optional.empty(),
                        "unknown",
                        Optional.empty(),
                        MORNING,
                        "",
                        "",
                        false,
                        new Decision.Entry(
                                ProcessingStatus.ERROR,
                                Optional.empty(),
                                Optional.empty(),
                                "unusable",
                                Decision.Concerns.NOBODY,
                                Optional.empty(),
                                List.of()),
                        "{}",
                        Bytes.of(new byte[0]),
                        Bytes.of(new byte[0]),
                        Optional.empty(),
                        Bytes.of(new byte[] {1}),
                        Bytes.of(new byte[32]),
                        List.of());
        append(List.of(row));
        assertThat(one("select * from ledger.event_log"))
                .containsEntry("practice_id", null)
                .containsEntry("event_type", null)
                .containsEntry("webhook_id", null)
                .containsEntry("booking_patient_id", null)
                .containsEntry("booking_appointment_id", null)
                .containsEntry("patient_id", null)
                .containsEntry("error_message", null);
        assertThat(one("select * from ledger.event_payloads"))
                .containsEntry("body", new byte[0])
                .containsEntry("not_jsonb", null);
    }

    @Test
    void bringsLargeAndManyRowsInOneBatch() {
        byte[] large = new byte[256 * 1024];
        new Random(3).nextBytes(large);
        List<LogRow> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] body =
                    i % 100 == 7 ? large : ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8);
            rows.add(row(i, Optional.empty(), entry(ProcessingStatus.SUCCESS), "{}", body));
        }
        append(rows);
        assertThat(
                        one(
                                "select count(*) as n, sum(length(body)) as bytes from"
                                        + " ledger.event_payloads"))
                .containsEntry("n", 300L)
                .containsEntry("bytes", rows.stream().mapToLong(row -> row.body().length()).sum());
        assertThat(one("select body from ledger.event_payloads where record_offset = 207"))
                .containsEntry("body", large);
    }

    @Test
    void keepsAnnouncementsInOrderBesideTheirRecord() {
        Announcement review =
                new Announcement(
                        Samples.uuid("m1"),
                        Announcement.Topic.NEEDS_REVIEW,
                        "review.opened",
                        "{\"a\" : \"" + "ü" + "\"}");
        Announcement letter =
                new Announcement(
                        Samples.uuid("m2"), Announcement.Topic.DEAD_LETTER, "event.failed", "{}");
        append(List.of(Steps.row(3, 0, List.of()), Steps.row(3, 1, List.of(review, letter))));
        assertThat(
                        all(
                                """
                                select record_offset, ordinal, message_id, practice_id, topic,
                                    message_type, body::text as body
                                from ledger.outbox order by ordinal
                                """))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .containsEntry("record_offset", 1L)
                                        .containsEntry("ordinal", 0)
                                        .containsEntry("message_id", review.id())
                                        .containsEntry("practice_id", LINDENHOF.value())
                                        .containsEntry("topic", "booking.needs-review.v1")
                                        .containsEntry("message_type", "review.opened")
                                        .containsEntry("body", review.bodyJson()),
                        second ->
                                assertThat(second)
                                        .containsEntry("ordinal", 1)
                                        .containsEntry("topic", "booking.dead-letter.v1"));
    }

    @Test
    void keepsOneRootPerBatchOfTheTreeOverAllLeaves() {
        List<Bytes> leaves = new ArrayList<>();
        for (int size : new int[] {1, 2, 5, 1, 8, 30}) {
            List<LogRow> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(Steps.row(3, leaves.size() + i, List.of()));
            }
            append(batch);
            batch.forEach(row -> leaves.add(row.leaf()));
            assertThat(one("select root from ledger.log_roots where tree_size = " + leaves.size()))
                    .containsEntry("root", TreeEdge.EMPTY.plus(leaves).root().toArray());
        }
        assertThat(one("select count(*) as n from ledger.log_roots")).containsEntry("n", 6L);
        assertThat(store.progress(3).orElseThrow().edge()).isEqualTo(TreeEdge.EMPTY.plus(leaves));
    }

    @Test
    void saysOfRefusedDataOnlyTheState() {
        LogRow unstorable =
                row(
                        0,
                        Optional.of("nul \u0000"),
                        entry(ProcessingStatus.SUCCESS),
                        "{}",
                        new byte[1]);
        assertThatThrownBy(() -> append(List.of(unstorable)))
                .isInstanceOfSatisfying(
                        DataRefused.class,
                        refused -> assertThat(refused.sqlState()).isEqualTo("22021"))
                .hasNoCause()
                .hasMessageNotContaining("nul");
        append(List.of(Steps.row(3, 0, List.of())));
        assertThatThrownBy(() -> append(List.of(Steps.withIdOf(Steps.row(3, 0, List.of()), 1))))
                .isInstanceOfSatisfying(
                        DataRefused.class,
                        refused -> assertThat(refused.sqlState()).isEqualTo("23505"));
        assertThat(store.progress(3).orElseThrow().nextOffset()).isEqualTo(1);
    }

    private void append(List<LogRow> rows) {
        store.begin(3);
        store.inTransaction(
                tx -> {
                    long first = rows.getFirst().offset();
                    Progress held = tx.claim(3, first, first + rows.size()).orElseThrow();
                    tx.write(List.of(), rows, Steps.after(held, rows));
                    return held;
                });
    }

    private static Decision.Entry entry(ProcessingStatus status) {
        return new Decision.Entry(
                status,
                Optional.empty(),
                Optional.empty(),
                "done",
                Decision.Concerns.NOBODY,
                Optional.empty(),
                List.of());
    }

    private static LogRow row(
            long offset,
            Optional<String> webhookId,
            Decision.Entry entry,
            String outcomeJson,
            byte[] body) {
        return new LogRow(
                3,
                offset,
                Samples.uuid("event " + offset),
                Optional.of(LINDENHOF),
                "webhook",
                webhookId,
                MORNING.plusNanos(999),
                "standard-webhooks",
                "ÿ fingerprint",
                true,
                entry,
                outcomeJson,
                Bytes.of(new byte[] {0, 1, -1}),
                Bytes.of(body),
                Optional.of("because " + ODD),
                Bytes.of(Samples.everyByte()),
                Bytes.of(Arrays.copyOf(Samples.everyByte(), 32)),
                List.of());
    }

    private Map<String, @Nullable Object> one(String sql) {
        return all(sql).getFirst();
    }

    private List<Map<String, @Nullable Object>> all(String sql) {
        return Tables.read(database, sql);
    }
}
