package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.CalendarFeed;
import praxis.processor.model.PatientId;

import java.util.List;
import java.util.function.Consumer;

/** Which tokens open which patient's calendar. */
final class CalendarFeedDao {
    private CalendarFeedDao() {}

    static void load(
            Handle handle,
            List<InPractice<PatientId>> patients,
            Consumer<InPractice<CalendarFeed>> found) {
        if (patients.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, patient_id, token_hash
                        from unnest(:practice_id, :patient_id) as named (practice, patient)
                        cross join lateral (
                            select * from projection.calendar_feeds
                            where practice_id = named.practice and patient_id = named.patient
                            offset 0) found
                        """);
        named().bind(query, patients);
        read(query, found);
    }

    static void all(Handle handle, Consumer<InPractice<CalendarFeed>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, patient_id, token_hash
                        from projection.calendar_feeds
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<CalendarFeed>> found) {
        Row.each(
                query,
                row ->
                        found.accept(
                                new InPractice<>(
                                        row.practice(),
                                        new CalendarFeed(
                                                new PatientId(row.uuid("patient_id")),
                                                row.text("token_hash")))));
    }

    static void drop(Handle handle, List<InPractice<PatientId>> patients) {
        if (patients.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        delete from projection.calendar_feeds feed
                        using unnest(:practice_id, :patient_id) as dropped (practice, patient)
                        where feed.practice_id = dropped.practice
                            and feed.patient_id = dropped.patient
                        """)) {
            named().bind(update, patients);
            update.execute();
        }
    }

    static void write(Handle handle, List<InPractice<CalendarFeed>> feeds) {
        if (feeds.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.calendar_feeds (practice_id, patient_id, token_hash)
                        select * from unnest(:practice_id, :patient_id, :token_hash)
                        on conflict (patient_id, practice_id) do update set
                            token_hash = excluded.token_hash
                        """)) {
            new Columns<InPractice<CalendarFeed>>()
                    .text("practice_id", row -> row.practice().value())
                    .uuid("patient_id", row -> row.value().patient().value())
                    .text("token_hash", row -> row.value().tokenHash())
                    .bind(update, feeds);
            update.execute();
        }
    }

    private static Columns<InPractice<PatientId>> named() {
        return new Columns<InPractice<PatientId>>()
                .text("practice_id", row -> row.practice().value())
                .uuid("patient_id", row -> row.value().value());
    }
}
