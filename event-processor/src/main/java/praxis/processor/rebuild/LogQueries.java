package praxis.processor.rebuild;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import praxis.processor.model.Decision;
import praxis.processor.model.LogRow;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the ledger as it stands, all of it, without holding it in memory. */
final class LogQueries {
    private static final int FETCH_ROWS = 2_000;

    /** Whoever listens would have been told within a second. */
    private static final int LONGEST_WAIT_MINUTES = 15;

    private final Handle handle;

    LogQueries(Handle handle) {
        this.handle = handle;
    }

    /** What the database says that it was filled from; empty where nothing is written there. */
    Optional<Installation> installation() {
        return handle.createQuery("select topic_id, partition_count from ledger.installation")
                .map(
                        (row, _) ->
                                new Installation(
                                        new TopicId(row.getString("topic_id")),
                                        row.getInt("partition_count")))
                .findOne();
    }

    /** A topic, and how many partitions it had. */
    record Installation(TopicId topic, int partitions) {}

    /** Rows that belong to nothing, the first of each kind and partition. */
    List<Finding> strays() {
        return handle.createQuery(
                        """
                        select 'log rows' as what, partition_no, min(record_offset) as first
                        from ledger.event_log
                        where partition_no not in (select partition_no from ledger.progress)
                        group by partition_no
                        union all
                        select 'tree heads', partition_no, min(tree_size)
                        from ledger.log_roots
                        where partition_no not in (select partition_no from ledger.progress)
                        group by partition_no
                        union all
                        select 'payloads', partition_no, min(record_offset)
                        from ledger.event_payloads payload
                        where not exists (
                            select from ledger.event_log entry
                            where entry.partition_no = payload.partition_no
                                and entry.record_offset = payload.record_offset)
                        group by partition_no
                        order by partition_no, first, what
                        """)
                .map(
                        (row, _) ->
                                new Finding(
                                        "partition %d, offset %d"
                                                .formatted(
                                                        row.getInt("partition_no"),
                                                        row.getLong("first")),
                                        row.getString("what") + " that belong to nothing"))
                .list();
    }

    /** Announcements that should have gone out long ago, by the database's own clock. */
    List<Finding> unpublished() {
        return handle.createQuery(
                        """
                        select waiting.partition_no, count(*) as rows, min(record_offset) as first
                        from ledger.outbox waiting
                        where written_at < now() - make_interval(mins => :minutes)
                            and not exists (
                                select from ledger.outbox_progress reached
                                where reached.partition_no = waiting.partition_no
                                    and (reached.record_offset, reached.ordinal)
                                        >= (waiting.record_offset, waiting.ordinal))
                        group by waiting.partition_no
                        order by waiting.partition_no
                        """)
                .bind("minutes", LONGEST_WAIT_MINUTES)
                .map(
                        (row, _) ->
                                new Finding(
                                        "outbox of partition %d, offset %d"
                                                .formatted(
                                                        row.getInt("partition_no"),
                                                        row.getLong("first")),
                                        "announcements that have waited for more than %d minutes: %,d"
                                                .formatted(
                                                        LONGEST_WAIT_MINUTES, row.getLong("rows"))))
                .list();
    }

    List<StoredProgress> progress() {
        return handle.createQuery(
                        """
                        select partition_no, next_offset, leader_epoch, last_digest, tree_edge
                        from ledger.progress
                        order by partition_no
                        """)
                .map((row, _) -> progress(row))
                .list();
    }

    private static StoredProgress progress(ResultSet row) throws SQLException {
        int epoch = row.getInt("leader_epoch");
        Optional<Integer> leaderEpoch = row.wasNull() ? Optional.empty() : Optional.of(epoch);
        return new StoredProgress(
                row.getInt("partition_no"),
                row.getLong("next_offset"),
                leaderEpoch,
                Optional.ofNullable(row.getBytes("last_digest")).map(Bytes::of),
                Bytes.of(row.getBytes("tree_edge")));
    }

    /** The tree heads of a partition, by size. */
    Map<Long, Bytes> heads(int partition) {
        Map<Long, Bytes> roots = new HashMap<>();
        handle.createQuery(
                        """
                        select tree_size, root
                        from ledger.log_roots
                        where partition_no = :partition
                        """)
                .bind("partition", partition)
                .map(
                        (row, _) ->
                                Map.entry(row.getLong("tree_size"), Bytes.of(row.getBytes("root"))))
                .forEach(root -> roots.put(root.getKey(), root.getValue()));
        return roots;
    }

    /** The rows of a partition in the order of their offsets; to be closed. */
    Stream<StoredRow> rows(int partition) {
        return rows(partition, 0, Long.MAX_VALUE, Optional.empty());
    }

    /**
     * Those from one offset up to, not including, another; to be closed.
     *
     * @param practice whose rows; empty for all
     */
    Stream<StoredRow> rows(int partition, long from, long to, Optional<PracticeId> practice) {
        return handle
                .createQuery(
                        """
                        select
                            entry.record_offset, id, practice_id, kind, event_type, webhook_id,
                            received_at, scheme, secret_fingerprint, backfill, booking_patient_id,
                            booking_appointment_id, patient_id, about_event_id,
                            processing_status, error_message, outcome, commitment, leaf, salt, body, not_jsonb
                        from ledger.event_log entry
                        left join ledger.event_payloads payload using (partition_no, record_offset)
                        where partition_no = :partition
                            and record_offset >= :from and record_offset < :to
                            and (cast(:practice as text) is null or practice_id = :practice)
                        order by partition_no, record_offset
                        """)
                .bind("partition", partition)
                .bind("from", from)
                .bind("to", to)
                .bind("practice", practice.map(PracticeId::value).orElse(null))
                .setFetchSize(FETCH_ROWS)
                .map((row, _) -> storedRow(partition, row))
                .stream();
    }

    private static StoredRow storedRow(int partition, ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong("record_offset"), logRow(partition, row), row.getBytes("body") != null);
    }

    /** Empty where a column holds what cannot be: whoever forged it need not keep our rules. */
    private static Optional<LogRow> logRow(int partition, ResultSet row) throws SQLException {
        byte @Nullable [] body = row.getBytes("body");
        byte @Nullable [] salt = row.getBytes("salt");
        try {
            return Optional.of(
                    new LogRow(
                            partition,
                            row.getLong("record_offset"),
                            Objects.requireNonNull(row.getObject("id", UUID.class)),
                            text(row, "practice_id").map(PracticeId::new),
                            row.getString("kind"),
                            text(row, "webhook_id"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            row.getString("scheme"),
                            row.getString("secret_fingerprint"),
                            row.getBoolean("backfill"),
                            entry(row),
                            row.getString("outcome"),
                            Bytes.of(salt == null ? new byte[0] : salt),
                            Bytes.of(body == null ? new byte[0] : body),
                            text(row, "not_jsonb"),
                            Bytes.of(row.getBytes("commitment")),
                            Bytes.of(row.getBytes("leaf")),
                            List.of()));
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException forged) {
            return Optional.empty();
        }
    }

    /** As much of the entry as stands in columns; the rest is part of the outcome's text. */
    private static Decision.Entry entry(ResultSet row) throws SQLException {
        return new Decision.Entry(
                status(row.getString("processing_status")),
                text(row, "event_type"),
                text(row, "error_message"),
                "",
                new Decision.Concerns(
                        text(row, "booking_patient_id").map(BookingPatientId::new),
                        text(row, "booking_appointment_id").map(BookingAppointmentId::new),
                        Optional.ofNullable(row.getObject("patient_id", UUID.class))
                                .map(PatientId::new),
                        Optional.ofNullable(row.getObject("about_event_id", UUID.class))),
                Optional.empty(),
                List.of());
    }

    private static ProcessingStatus status(String wireName) {
        for (ProcessingStatus status : ProcessingStatus.values()) {
            if (status.wireName().equals(wireName)) {
                return status;
            }
        }
        throw new IllegalStateException("the log holds a status that we do not know");
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
