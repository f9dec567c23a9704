package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.TakenIdentity;

import java.util.List;
import java.util.function.Consumer;

/** The event identities that are used up. */
final class IdentityDao {
    private static final Columns<InPractice<TakenIdentity>> COLUMNS =
            new Columns<InPractice<TakenIdentity>>()
                    .text("practice_id", row -> row.practice().value())
                    .text("identity_key", row -> row.value().key())
                    .bytes("body_digest", row -> row.value().bodyDigest().toArray())
                    .uuid("event_id", row -> row.value().eventId())
                    .bigint("record_offset", row -> row.value().offset())
                    .instant("received_at", row -> row.value().receivedAt())
                    .flag("answered", row -> row.value().answered());

    private IdentityDao() {}

    static void load(
            Handle handle,
            List<InPractice<String>> keys,
            Consumer<InPractice<TakenIdentity>> found) {
        if (keys.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, identity_key, body_digest, event_id, record_offset,
                            received_at, answered
                        from unnest(:practice_id, :identity_key) as named (practice, key)
                        cross join lateral (
                            select * from projection.taken_identities
                            where practice_id = named.practice and identity_key = named.key
                            offset 0) found
                        """);
        new Columns<InPractice<String>>()
                .text("practice_id", row -> row.practice().value())
                .text("identity_key", InPractice::value)
                .bind(query, keys);
        read(query, found);
    }

    static void all(Handle handle, Consumer<InPractice<TakenIdentity>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, identity_key, body_digest, event_id, record_offset,
                            received_at, answered
                        from projection.taken_identities
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<TakenIdentity>> found) {
        Row.each(
                query,
                row ->
                        found.accept(
                                new InPractice<>(
                                        row.practice(),
                                        new TakenIdentity(
                                                row.text("identity_key"),
                                                row.bytes("body_digest"),
                                                row.uuid("event_id"),
                                                row.bigint("record_offset"),
                                                row.instant("received_at"),
                                                row.flag("answered")))));
    }

    static void write(Handle handle, Written<TakenIdentity> rows) {
        COLUMNS.copy(handle, "projection.taken_identities", rows.created());
        if (rows.changed().isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.taken_identities (
                            practice_id, identity_key, body_digest, event_id, record_offset,
                            received_at, answered)
                        select * from unnest(
                            :practice_id, :identity_key, :body_digest, :event_id, :record_offset,
                            :received_at, :answered)
                        on conflict (practice_id, identity_key) do update set (
                            body_digest, event_id, record_offset, received_at, answered) = (
                            excluded.body_digest, excluded.event_id, excluded.record_offset,
                            excluded.received_at, excluded.answered)
                        """)) {
            COLUMNS.bind(update, rows.changed());
            update.execute();
        }
    }
}
