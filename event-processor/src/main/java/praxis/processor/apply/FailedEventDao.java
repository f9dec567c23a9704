package praxis.processor.apply;

import org.jdbi.v3.core.Handle;

import praxis.processor.model.StoredEvent;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Events of the tool that failed, with what is left of them. */
final class FailedEventDao {
    private FailedEventDao() {}

    /** What broke the topic's contract is left out: there is nothing of it to be trusted. */
    static List<StoredEvent> load(Handle handle, Map<PracticeId, Set<UUID>> events) {
        List<InPractice<UUID>> named = new ArrayList<>();
        events.forEach(
                (practice, ids) -> ids.forEach(id -> named.add(new InPractice<>(practice, id))));
        List<StoredEvent> found = new ArrayList<>();
        try (var query =
                handle.createQuery(
                        """
                        select practice_id, found.id, record_offset, received_at, backfill,
                            webhook_id, payload.body
                        from unnest(:practice_id, :event_id) as named (practice, event)
                        cross join lateral (
                            select * from ledger.event_log
                            where id = named.event
                            offset 0) found
                        left join lateral (
                            select body from ledger.event_payloads
                            where partition_no = found.partition_no
                                and record_offset = found.record_offset
                            offset 0) payload on true
                        where found.practice_id = named.practice and found.kind = 'webhook'
                            and found.processing_status = 'error'
                            and found.outcome ->> 'what' is distinct from 'unusable'
                        """)) {
            new Columns<InPractice<UUID>>()
                    .text("practice_id", row -> row.practice().value())
                    .uuid("event_id", InPractice::value)
                    .bind(query, named);
            Row.each(
                    query,
                    row ->
                            found.add(
                                    new StoredEvent(
                                            row.practice(),
                                            row.uuid("id"),
                                            row.bigint("record_offset"),
                                            row.instant("received_at"),
                                            row.flag("backfill"),
                                            row.maybeText("webhook_id"),
                                            row.maybeBytes("body"))));
        }
        return found;
    }
}
