package praxis.processor.apply;

import org.jdbi.v3.core.Jdbi;

import praxis.processor.model.Backlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Counts what waits for a person. */
public final class ReviewBacklog {
    private final Jdbi jdbi;

    public ReviewBacklog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Backlog read(Instant now) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select count(*) as open, min(opened_at) as oldest,
                                            count(*) filter (where exists (
                                                select from projection.appointments parked
                                                where parked.practice_id = item.practice_id
                                                    and parked.booking_patient_id
                                                        = item.booking_patient_id
                                                    and parked.patient_id is null
                                                    and parked.status = 'scheduled'
                                                    and parked.scheduled_at >= :now
                                                    and parked.scheduled_at
                                                        < cast(:now as timestamptz) + interval '24 hours')) as urgent
                                        from projection.review_items item
                                        where item.state = 'open'
                                        """)
                                .bind("now", now)
                                .map(
                                        (row, _) ->
                                                new Backlog(
                                                        row.getLong("open"),
                                                        Optional.ofNullable(
                                                                        row.getObject(
                                                                                "oldest",
                                                                                OffsetDateTime
                                                                                        .class))
                                                                .map(OffsetDateTime::toInstant),
                                                        row.getLong("urgent")))
                                .one());
    }
}
