package praxis.processor.apply;

import org.jdbi.v3.core.Handle;

import praxis.processor.model.Announcement;
import praxis.processor.model.LogRow;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.util.ArrayList;
import java.util.List;

/** The log: what came, what became of it, the raw bytes, and what is to be told to others. */
final class EventLogDao {
    private static final Columns<LogRow> ENTRIES =
            new Columns<LogRow>()
                    .integer("partition_no", LogRow::partition)
                    .bigint("record_offset", LogRow::offset)
                    .uuid("id", LogRow::id)
                    .text("practice_id", row -> row.practice().map(PracticeId::value).orElse(null))
                    .text("kind", LogRow::kind)
                    .text("event_type", row -> row.entry().eventType().orElse(null))
                    .text("webhook_id", row -> row.webhookId().orElse(null))
                    .instant("received_at", LogRow::receivedAt)
                    .text("scheme", LogRow::scheme)
                    .text("secret_fingerprint", LogRow::secretFingerprint)
                    .flag("backfill", LogRow::backfill)
                    .text(
                            "booking_patient_id",
                            row ->
                                    row.entry()
                                            .concerns()
                                            .bookingPatient()
                                            .map(BookingPatientId::value)
                                            .orElse(null))
                    .text(
                            "booking_appointment_id",
                            row ->
                                    row.entry()
                                            .concerns()
                                            .bookingAppointment()
                                            .map(BookingAppointmentId::value)
                                            .orElse(null))
                    .uuid(
                            "patient_id",
                            row ->
                                    row.entry()
                                            .concerns()
                                            .patient()
                                            .map(PatientId::value)
                                            .orElse(null))
                    .uuid(
                            "about_event_id",
                            row -> row.entry().concerns().earlierEvent().orElse(null))
                    .text("processing_status", row -> row.entry().status().wireName())
                    .text("error_message", row -> row.entry().error().orElse(null))
                    .json("outcome", LogRow::outcomeJson)
                    .bytes("commitment", row -> row.commitment().toArray())
                    .bytes("leaf", row -> row.leaf().toArray());

    private static final Columns<LogRow> PAYLOADS =
            new Columns<LogRow>()
                    .integer("partition_no", LogRow::partition)
                    .bigint("record_offset", LogRow::offset)
                    .bytes("salt", row -> row.salt().toArray())
                    .bytes("body", row -> row.body().toArray())
                    .text("not_jsonb", row -> row.notJsonb().orElse(null));

    private EventLogDao() {}

    static void write(Handle handle, List<LogRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ENTRIES.copy(handle, "ledger.event_log", rows);
        PAYLOADS.copy(handle, "ledger.event_payloads", rows);
        writeOutbox(handle, rows);
    }

    /** An announcement, with the row that it belongs to and its place among the row's. */
    private record Outgoing(LogRow row, int ordinal, Announcement announcement) {}

    private static void writeOutbox(Handle handle, List<LogRow> rows) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (LogRow row : rows) {
            for (int i = 0; i < row.announcements().size(); i++) {
                outgoing.add(new Outgoing(row, i, row.announcements().get(i)));
            }
        }
        if (outgoing.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into ledger.outbox (
                            partition_no, record_offset, ordinal, message_id, practice_id, topic,
                            message_type, body)
                        select * from unnest(
                            :partition_no, :record_offset, :ordinal, :message_id, :practice_id,
                            :topic, :message_type, :body)
                        """)) {
            new Columns<Outgoing>()
                    .integer("partition_no", out -> out.row().partition())
                    .bigint("record_offset", out -> out.row().offset())
                    .integer("ordinal", Outgoing::ordinal)
                    .uuid("message_id", out -> out.announcement().id())
                    .text(
                            "practice_id",
                            out -> out.row().practice().map(PracticeId::value).orElse(null))
                    .text("topic", out -> topic(out.announcement()))
                    .text("message_type", out -> out.announcement().type())
                    .json("body", out -> out.announcement().bodyJson())
                    .bind(update, outgoing);
            update.execute();
        }
    }

    private static String topic(Announcement announcement) {
        return switch (announcement.topic()) {
            case NEEDS_REVIEW -> Topics.NEEDS_REVIEW;
            case DEAD_LETTER -> Topics.DEAD_LETTER;
        };
    }
}
