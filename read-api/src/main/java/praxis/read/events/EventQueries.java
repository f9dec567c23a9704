package praxis.read.events;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.answers.Ids;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds entries of the event log. */
public final class EventQueries {
    // A page of two hundred must stay a page; the entry alone shows its payload whole.
    private static final int LARGEST_LISTED_PAYLOAD_BYTES = 16 * 1024;

    private static final Question ONE =
            Question.of(
                    """
                    select
                        record_offset, id, kind, event_type, received_at, cast(payload as text),
                        payload_missing_because, processing_status, current_status, error_message,
                        cast(outcome as text), booking_patient_id, booking_appointment_id,
                        patient_id, about_event_id
                    from read.webhook_events
                    where id = :id
                    """);

    private static final Question NEWEST_FIRST =
            Question.plannedEachTime(
                    """
                    select
                        record_offset, id, kind, event_type, received_at,
                        case when payload_bytes <= :largest then cast(payload as text) end,
                        case when payload_bytes <= :largest or payload is null
                            then payload_missing_because else 'too_long_for_a_list' end,
                        processing_status, current_status, error_message,
                        cast(outcome as text), booking_patient_id, booking_appointment_id,
                        patient_id, about_event_id
                    from read.webhook_events
                    where (cast(:before as bigint) is null or record_offset < :before)
                        and (cast(:type as text) is null or event_type = :type)
                        and (cast(:status as text) is null or processing_status = :status)
                        and (cast(:patient as text) is null or patient_id = cast(:patient_id as uuid)
                            or booking_patient_id = :patient)
                        and (cast(:from as timestamptz) is null or received_at >= :from)
                        and (cast(:to as timestamptz) is null or received_at < :to)
                        and (cardinality(cast(:words as text[])) = 0
                            or concat_ws(' ', event_type, error_message, booking_patient_id,
                                booking_appointment_id, patient_id, id, outcome, payload)
                                collate "pg_c_utf8" ilike all (:words))
                    order by record_offset desc
                    limit :limit
                    """);

    private final CallerQueries database;

    public EventQueries(CallerQueries database) {
        this.database = database;
    }

    /** An event and its place in the log. */
    record Listed(long offset, EventView event) {}

    Optional<EventView> one(Caller caller, UUID id) {
        return database.list(caller, ONE, query -> query.bind("id", id), EventQueries::row).stream()
                .findFirst()
                .map(Listed::event);
    }

    /** One more than the filter's limit where the list goes on. */
    List<Listed> newestFirst(Caller caller, EventFilter filter) {
        return database.list(caller, NEWEST_FIRST, query -> bind(query, filter), EventQueries::row);
    }

    private static Query bind(Query query, EventFilter filter) {
        return query.bind("largest", LARGEST_LISTED_PAYLOAD_BYTES)
                .bindBySqlType("before", filter.before().orElse(null), Types.BIGINT)
                .bindBySqlType("type", filter.type().orElse(null), Types.VARCHAR)
                .bindBySqlType("status", filter.status().orElse(null), Types.VARCHAR)
                .bindBySqlType("patient", filter.patient().orElse(null), Types.VARCHAR)
                .bindBySqlType(
                        "patient_id",
                        filter.patient().flatMap(Ids::uuid).map(UUID::toString).orElse(null),
                        Types.VARCHAR)
                .bindBySqlType("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .bindBySqlType("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .bindArray("words", String.class, filter.words().patterns())
                .bind("limit", filter.limit() + 1);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Listed row(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        return new Listed(columns.number(), event(columns));
    }

    private static EventView event(Columns columns) throws SQLException {
        return new EventView(
                filled(columns.uuid()),
                filled(columns.text()),
                columns.text(),
                filled(columns.instant()),
                columns.text(),
                columns.text(),
                filled(columns.text()),
                filled(columns.text()),
                columns.text(),
                filled(columns.text()),
                columns.text(),
                columns.text(),
                columns.uuid(),
                columns.uuid());
    }
}
