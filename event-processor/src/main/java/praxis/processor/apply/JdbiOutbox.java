package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.Announcement;
import praxis.processor.model.OutboxRow;
import praxis.processor.model.OutboxRow.Place;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outbox in PostgreSQL, which the batches' transactions fill. */
public final class JdbiOutbox implements Outbox {
    private final Jdbi jdbi;

    public JdbiOutbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<OutboxRow> waiting(int partition, int most) {
        List<OutboxRow> rows = new ArrayList<>();
        jdbi.useHandle(
                handle -> {
                    Place reached = reached(handle, partition);
                    Row.each(
                            after(
                                    handle.createQuery(
                                            """
                                            select waiting.record_offset, ordinal, message_id,
                                                waiting.practice_id, topic, message_type, body,
                                                received_at
                                            from ledger.outbox waiting
                                            join ledger.event_log
                                                using (partition_no, record_offset)
                                            where partition_no = :partition
                                                and (record_offset, ordinal) > (:offset, :ordinal)
                                            order by record_offset, ordinal
                                            limit :most
                                            """),
                                    reached,
                                    most),
                            row -> rows.add(read(partition, row)));
                });
        return rows;
    }

    @Override
    public Backlog backlog(int partition) {
        List<Backlog> found = new ArrayList<>();
        jdbi.useHandle(
                handle ->
                        Row.each(
                                after(
                                        handle.createQuery(
                                                """
                                                select count(*) as waiting, min(written_at) as since
                                                from (
                                                    select written_at
                                                    from ledger.outbox
                                                    where partition_no = :partition
                                                        and (record_offset, ordinal)
                                                            > (:offset, :ordinal)
                                                    order by record_offset, ordinal
                                                    limit :most) counted
                                                """),
                                        reached(handle, partition),
                                        Backlog.MOST_COUNTED),
                                row -> found.add(backlog(row))));
        return found.getFirst();
    }

    private static Backlog backlog(Row row) throws SQLException {
        Optional<Instant> since = row.maybeInstant("since");
        return new Backlog(row.bigint("waiting"), since);
    }

    private static Query after(Query query, Place reached, int most) {
        return query.bind("partition", reached.partition())
                .bind("offset", reached.offset())
                .bind("ordinal", reached.ordinal())
                .bind("most", most);
    }

    /** Asked by itself: so the rows behind it are found by index, whatever the planner thinks. */
    private static Place reached(Handle handle, int partition) {
        List<Place> found = new ArrayList<>();
        Row.each(
                handle.createQuery(
                                """
                                select record_offset, ordinal
                                from ledger.outbox_progress
                                where partition_no = :partition
                                """)
                        .bind("partition", partition),
                row ->
                        found.add(
                                new Place(
                                        partition,
                                        row.bigint("record_offset"),
                                        row.integer("ordinal"))));
        return found.isEmpty() ? new Place(partition, -1, 0) : found.getFirst();
    }

    private static OutboxRow read(int partition, Row row) throws SQLException {
        return new OutboxRow(
                new Place(partition, row.bigint("record_offset"), row.integer("ordinal")),
                row.maybeText("practice_id").map(PracticeId::new),
                row.instant("received_at"),
                new Announcement(
                        row.uuid("message_id"),
                        topic(row.text("topic")),
                        row.text("message_type"),
                        row.text("body")));
    }

    private static Announcement.Topic topic(String name) {
        return switch (name) {
            case Topics.NEEDS_REVIEW -> Announcement.Topic.NEEDS_REVIEW;
            case Topics.DEAD_LETTER -> Announcement.Topic.DEAD_LETTER;
            default -> throw new IllegalStateException("the outbox names a topic that is not ours");
        };
    }

    @Override
    public void published(Place last) {
        jdbi.useHandle(
                handle -> {
                    try (var update =
                            handle.createUpdate(
                                    """
                                    insert into ledger.outbox_progress as held (
                                        partition_no, record_offset, ordinal, published_at)
                                    values (:partition, :offset, :ordinal, now())
                                    on conflict (partition_no) do update
                                    set record_offset = excluded.record_offset,
                                        ordinal = excluded.ordinal,
                                        published_at = excluded.published_at
                                    where (held.record_offset, held.ordinal)
                                        < (excluded.record_offset, excluded.ordinal)
                                    """)) {
                        update.bind("partition", last.partition())
                                .bind("offset", last.offset())
                                .bind("ordinal", last.ordinal())
                                .execute();
                    }
                });
    }

    @Override
    public long trim(int partition, Duration olderThan, int most) {
        List<Long> taken = new ArrayList<>();
        jdbi.useHandle(
                handle ->
                        Row.each(
                                handle.createQuery(
                                                """
                                                select ledger.trim_outbox(
                                                    :partition, make_interval(secs => :seconds),
                                                    :most) as taken
                                                """)
                                        .bind("partition", partition)
                                        .bind("seconds", (double) olderThan.toSeconds())
                                        .bind("most", most),
                                row -> taken.add(row.bigint("taken"))));
        return taken.getFirst();
    }
}
