package praxis.read.reviews;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;
import praxis.read.reviews.ReviewFilter.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds review items. */
public final class ReviewQueries {
    /** From then on a parked appointment is urgent (SPEC 5). */
    private static final Duration SOON = Duration.ofHours(24);

    private static final Question ONE =
            Question.of(
                    """
                    select
                        id, kind, state, booking_patient_id, booking_appointment_id, patient_id,
                        cast(candidates as text), opened_at, due_at, postponed_until, closed_at,
                        closed_because, decided_by, decision, decision_reason, decided_patient_id,
                        event_id, proposed_body, proposed_at, score
                    from read.reviews
                    where id = :id
                    """);

    private static final Question UNDECIDED =
            Question.plannedEachTime(
                    """
                    select *
                    from (
                        select
                            id, kind, state, booking_patient_id, booking_appointment_id, patient_id,
                            cast(candidates as text), opened_at, due_at, postponed_until,
                            closed_at, closed_because, decided_by, decision, decision_reason,
                            decided_patient_id, event_id, cast(null as text) as proposed_body,
                            proposed_at, score, parked.appointments, parked.next_at,
                            cast(case :sort
                                when 'next_appointment' then
                                    coalesce(extract(epoch from parked.next_at), 'Infinity')
                                when 'score' then -coalesce(score, 0)
                                when 'kind' then array_position(:kinds, kind)
                                else 0 end as double precision) as place,
                            cast(opened_at as text) as place_time
                        from read.reviews item
                        cross join lateral (
                            select
                                count(*) as appointments,
                                min(scheduled_at) filter (where scheduled_at >= :now) as next_at
                            from read.parked_appointments parked
                            where parked.booking_patient_id = item.booking_patient_id) parked
                        where state = 'open'
                            and (cast(:kind as text) is null or kind = :kind)
                            and (coalesce(postponed_until, '-infinity') > :now) = :postponed
                            and (due_at <= :now or not :only_due)) listed
                    where cast(:after as double precision) is null
                        or (place, opened_at, id)
                            > (:after, cast(:after_time as timestamptz), cast(:after_id as uuid))
                    order by place, opened_at, id
                    limit :limit
                    """);

    private static final Question OVER =
            Question.plannedEachTime(
                    """
                    select
                        id, kind, state, booking_patient_id, booking_appointment_id, patient_id,
                        cast(candidates as text), opened_at, due_at, postponed_until, closed_at,
                        closed_because, decided_by, decision, decision_reason, decided_patient_id,
                        event_id, cast(null as text), proposed_at, score, 0,
                        cast(null as timestamptz), cast(0 as double precision),
                        cast(closed_at as text) as place_time
                    from read.reviews
                    where state = 'closed'
                        and (cast(:kind as text) is null or kind = :kind)
                        and (decided_by is not null or not :only_decided)
                        and (cast(:after_time as text) is null or (closed_at, id)
                            < (cast(:after_time as timestamptz), cast(:after_id as uuid)))
                    order by closed_at desc, id desc
                    limit :limit
                    """);

    private static final Question SUMMARY =
            Question.of(
                    """
                    select
                        count(*), count(*) filter (where postponed_until > :now),
                        count(*) filter (where due_at <= :now
                            and coalesce(postponed_until, '-infinity') <= :now),
                        min(opened_at), count(*) filter (where exists (
                            select from read.parked_appointments parked
                            where parked.booking_patient_id = item.booking_patient_id
                                and scheduled_at >= :now and scheduled_at < :soon))
                    from read.reviews item
                    where state = 'open'
                    """);

    private final CallerQueries database;

    public ReviewQueries(CallerQueries database) {
        this.database = database;
    }

    /** An item, what waits for it, and where it stands in the list. */
    record Listed(
            ReviewRow item,
            long waitingAppointments,
            @Nullable Instant nextWaitingAt,
            Place place) {}

    Optional<ReviewRow> one(Caller caller, UUID id) {
        return database
                .list(
                        caller,
                        ONE,
                        query -> query.bind("id", id),
                        (row, _) -> item(new Columns(row)))
                .stream()
                .findFirst();
    }

    /** One more than the filter's limit where the list goes on. */
    List<Listed> list(Caller caller, ReviewFilter filter, Instant now) {
        boolean isOver =
                filter.state().equals(ReviewFilter.DECIDED)
                        || filter.state().equals(ReviewFilter.CLOSED);
        return isOver
                ? database.list(
                        caller,
                        OVER,
                        query ->
                                bind(query, filter)
                                        .bind(
                                                "only_decided",
                                                filter.state().equals(ReviewFilter.DECIDED)),
                        ReviewQueries::listed)
                : database.list(
                        caller,
                        UNDECIDED,
                        query -> bindUndecided(bind(query, filter), filter, now),
                        ReviewQueries::listed);
    }

    ReviewSummary summary(Caller caller, Instant now) {
        return database.list(
                        caller,
                        SUMMARY,
                        query -> query.bind("now", utc(now)).bind("soon", utc(now.plus(SOON))),
                        ReviewQueries::summary)
                .getFirst();
    }

    private static Query bind(Query query, ReviewFilter filter) {
        return query.bindBySqlType("kind", filter.kind().orElse(null), Types.VARCHAR)
                .bindBySqlType(
                        "after_time", filter.after().map(Place::time).orElse(null), Types.VARCHAR)
                .bindBySqlType(
                        "after_id",
                        filter.after().map(place -> place.id().toString()).orElse(null),
                        Types.VARCHAR)
                .bind("limit", filter.limit() + 1);
    }

    private static Query bindUndecided(Query query, ReviewFilter filter, Instant now) {
        return query.bind("sort", filter.sort())
                .bindArray("kinds", String.class, ReviewKind.names())
                .bind("postponed", filter.state().equals(ReviewFilter.POSTPONED))
                .bind("only_due", filter.onlyDue())
                .bindBySqlType("after", filter.after().map(Place::key).orElse(null), Types.DOUBLE)
                .bind("now", utc(now));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Listed listed(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        ReviewRow item = item(columns);
        return new Listed(
                item,
                columns.number(),
                columns.instant(),
                new Place(filled(columns.fraction()), filled(columns.text()), item.id()));
    }

    private static ReviewSummary summary(ResultSet result, StatementContext context)
            throws SQLException {
        Columns columns = new Columns(result);
        return new ReviewSummary(
                columns.number(),
                columns.number(),
                columns.number(),
                columns.instant(),
                columns.number());
    }

    private static ReviewRow item(Columns columns) throws SQLException {
        return new ReviewRow(
                filled(columns.uuid()),
                filled(columns.text()),
                filled(columns.text()),
                columns.text(),
                columns.text(),
                columns.uuid(),
                filled(columns.text()),
                filled(columns.instant()),
                filled(columns.instant()),
                columns.instant(),
                columns.instant(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.uuid(),
                filled(columns.uuid()),
                columns.text(),
                columns.instant(),
                columns.fraction());
    }
}
