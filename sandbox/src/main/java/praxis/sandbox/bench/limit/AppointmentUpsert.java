package praxis.sandbox.bench.limit;

import praxis.sandbox.bench.traffic.Booking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a batch's appointments in one statement, each once, in its last form. */
final class AppointmentUpsert {
    private static final String PRACTICE = "bench";

    private final String sql;

    AppointmentUpsert(String schema) {
        sql =
                """
                insert into %s.appointments (
                    practice_id, id, booking_system_appointment_id, booking_patient_id, patient_id,
                    scheduled_at, scheduled_text, duration_minutes, therapist_name, service_name,
                    status, synced_at, known_fields, announced, version_kind, version_number,
                    occurred_at, changed_offset)
                select
                    ?, row_id, appointment_id, booking_patient_id, patient_id,
                    scheduled_at, scheduled_text, duration_minutes, therapist_name, service_name,
                    status, synced_at, 63, true, 'version', version_number, synced_at,
                    changed_offset
                from unnest(
                    ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::text[],
                    ?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[],
                    ?::bigint[])
                    as incoming (
                        row_id, appointment_id, booking_patient_id, patient_id, scheduled_at,
                        scheduled_text, duration_minutes, therapist_name, service_name, status,
                        synced_at, version_number, changed_offset)
                on conflict (practice_id, booking_system_appointment_id) do update set
                    scheduled_at = excluded.scheduled_at,
                    scheduled_text = excluded.scheduled_text,
                    status = excluded.status,
                    synced_at = excluded.synced_at,
                    version_number = excluded.version_number,
                    occurred_at = excluded.occurred_at,
                    changed_offset = excluded.changed_offset
                """
                        .formatted(schema);
    }

    private record Entry(Booking booking, LimitRow row) {}

    void write(Connection connection, List<LimitRow> rows) throws SQLException {
        Map<String, Entry> last = new LinkedHashMap<>();
        for (LimitRow row : rows) {
            row.event()
                    .appointment()
                    .ifPresent(booking -> last.put(booking.id(), new Entry(booking, row)));
        }
        Collection<Entry> entries = last.values();
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, PRACTICE);
            Columns columns = new Columns(connection, upsert, entries);
            columns.set(2, "uuid", entry -> entry.row().id());
            columns.set(3, "text", entry -> entry.booking().id());
            columns.set(4, "text", entry -> entry.booking().patientId());
            columns.set(5, "uuid", entry -> entry.row().id());
            columns.set(6, "timestamptz", entry -> Timestamp.from(entry.booking().start()));
            columns.set(7, "text", entry -> entry.booking().start().toString());
            columns.set(8, "int4", entry -> entry.booking().minutes());
            columns.set(9, "text", entry -> entry.booking().therapist());
            columns.set(10, "text", entry -> entry.booking().service());
            columns.set(11, "text", entry -> status(entry.booking()));
            columns.set(12, "timestamptz", entry -> Timestamp.from(entry.row().at()));
            columns.set(13, "int8", entry -> (long) entry.booking().version());
            columns.set(14, "int8", entry -> entry.row().offset());
            upsert.executeUpdate();
        }
    }

    private record Columns(
            Connection connection, PreparedStatement statement, Collection<Entry> entries) {
        void set(int parameter, String type, Function<Entry, Object> value) throws SQLException {
            Object[] values = entries.stream().map(value).toArray();
            statement.setArray(parameter, connection.createArrayOf(type, values));
        }
    }

    private static String status(Booking booking) {
        return booking.cancelled() ? "cancelled" : "scheduled";
    }
}
