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
                    where record_offset >= :floor and record_offset < :before
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

    private static final Question AFTER =
            Question.of(
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
                    where record_offset > :after
                    order by record_offset
                    limit :limit
                    """);

    private static final Question PLACE =
            Question.of("select record_offset from read.webhook_events where id = :id");

    private static final Question WINDOW =
            Question.of(
                    """
                    select min(record_offset), min(received_at), count(*)
                    from (
                        select record_offset, received_at
                        from read.webhook_events
                        where record_offset < :before
                        order by record_offset desc
                        limit :window) looked_at
                    having count(*) > 0
                    """);

    // The oldest first, because in this order they are to be processed.
    private static final Question FAILED =
            Question.plannedEachTime(
                    """
                    select id
                    from read.webhook_events
                    where processing_status = 'error' and kind = 'webhook'
                        and current_status = 'error' and outcome ->> 'what' is distinct from 'unusable'
                        and payload_bytes is not null
                        and (cast(:type as text) is null or event_type = :type)
                        and (cast(:patient as text) is null or patient_id = cast(:patient_id as uuid)
                            or booking_patient_id = :patient)
                        and (cast(:from as timestamptz) is null or received_at >= :from)
                        and (cast(:to as timestamptz) is null or received_at < :to)
                        and (cardinality(cast(:words as text[])) = 0
                            or concat_ws(' ', event_type, error_message, booking_patient_id,
                                booking_appointment_id, patient_id, id, outcome, payload)
                                collate "pg_c_utf8" ilike all (:words))
                    order by record_offset
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

    /** What came after an offset, in the order in which it came. */
    List<Listed> after(Caller caller, long offset, int most) {
        return database.list(
                caller,
                AFTER,
                query ->
                        query.bind("largest", LARGEST_LISTED_PAYLOAD_BYTES)
                                .bind("after", offset)
                                .bind("limit", most),
                EventQueries::row);
    }

    /** The offset of an event. */
    Optional<Long> place(Caller caller, UUID id) {
        return database
                .list(
                        caller,
                        PLACE,
                        query -> query.bind("id", id),
                        (result, context) -> new Columns(result).number())
                .stream()
                .findFirst();
    }

    /** Of those from {@code floor} up to, not including, {@code before}. */
    List<Listed> newestFirst(Caller caller, EventFilter filter, long floor, long before, int most) {
        return database.list(
                caller,
                NEWEST_FIRST,
                query ->
                        bind(query, filter)
                                .bind("largest", LARGEST_LISTED_PAYLOAD_BYTES)
                                .bindBySqlType(
                                        "status", filter.status().orElse(null), Types.VARCHAR)
                                .bind("floor", floor)
                                .bind("before", before)
                                .bind("limit", most),
                EventQueries::row);
    }

    /**
     * A stretch of the log.
     *
     * @param floor the offset at which it begins
     * @param since receipt of the oldest entry in it
     */
    record Window(long floor, Instant since, long entries) {}

    /** The newest {@code size} entries before an offset; empty where there are none. */
    Optional<Window> window(Caller caller, long before, int size) {
        return database
                .list(
                        caller,
                        WINDOW,
                        query -> query.bind("before", before).bind("window", size),
                        (result, context) -> {
                            Columns columns = new Columns(result);
                            return new Window(
                                    columns.number(), filled(columns.instant()), columns.number());
                        })
                .stream()
                .findFirst();
    }

    /** Events that failed and can be processed again, the oldest first. */
    List<UUID> failed(Caller caller, EventFilter filter, int most) {
        return database.list(
                caller,
                FAILED,
                query -> bind(query, filter).bind("limit", most),
                (result, context) -> filled(new Columns(result).uuid()));
    }

    private static Query bind(Query query, EventFilter filter) {
        return query.bindBySqlType("type", filter.type().orElse(null), Types.VARCHAR)
                .bindBySqlType("patient", filter.patient().orElse(null), Types.VARCHAR)
                .bindBySqlType(
                        "patient_id",
                        filter.patient().flatMap(Ids::uuid).map(UUID::toString).orElse(null),
                        Types.VARCHAR)
                .bindBySqlType("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .bindBySqlType("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .bindArray("words", String.class, filter.words().patterns());
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
