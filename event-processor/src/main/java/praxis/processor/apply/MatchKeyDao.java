package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.MatchKey;
import praxis.processor.model.PatientId;
import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.function.Consumer;

/** The matcher's index: which patients bear a key. */
final class MatchKeyDao {
    private static final Columns<InPractice<Bearer>> COLUMNS = columns();

    /** There may be far more than are looked at: the rest then stays in the database. */
    private static final int ROWS_AT_ONCE = 20_000;

    private MatchKeyDao() {}

    /** A key, and how many of those who bear it are wanted at most. */
    record Wanted(MatchKey key, int most) {}

    /** That a patient bears a key. */
    record Bearer(MatchKey key, PatientId patient) {}

    /**
     * Of a key with too many bearers those with the smallest ids, so that it is always the same.
     */
    static void load(
            Handle handle, List<InPractice<Wanted>> wanted, Consumer<InPractice<Bearer>> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                                """
                                select wanted.place, bearer.patient_id
                                from unnest(:practice_id, :match_key, :most) with ordinality
                                    as wanted (practice_id, match_key, most, place)
                                cross join lateral (
                                    select known.patient_id
                                    from projection.match_keys known
                                    where known.practice_id = wanted.practice_id
                                        and known.match_key = wanted.match_key
                                    order by known.patient_id
                                    limit wanted.most) bearer
                                """)
                        .setFetchSize(ROWS_AT_ONCE);
        new Columns<InPractice<Wanted>>()
                .text("practice_id", row -> row.practice().value())
                .text("match_key", row -> row.value().key().value())
                .integer("most", row -> row.value().most())
                .bind(query, wanted);
        Row.each(
                query,
                row -> {
                    InPractice<Wanted> key = wanted.get((int) row.bigint("place") - 1);
                    found.accept(
                            new InPractice<>(
                                    key.practice(),
                                    new Bearer(
                                            key.value().key(),
                                            new PatientId(row.uuid("patient_id")))));
                });
    }

    static void all(Handle handle, Consumer<InPractice<Bearer>> found) {
        read(
                handle.createQuery(
                        "select practice_id, match_key, patient_id from projection.match_keys"),
                found);
    }

    private static void read(Query query, Consumer<InPractice<Bearer>> found) {
        Row.each(
                query,
                row ->
                        found.accept(
                                new InPractice<>(
                                        row.practice(),
                                        new Bearer(
                                                new MatchKey(row.text("match_key")),
                                                new PatientId(row.uuid("patient_id"))))));
    }

    static void remove(Handle handle, List<InPractice<Bearer>> gone) {
        if (gone.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        delete from projection.match_keys known
                        using unnest(:practice_id, :match_key, :patient_id)
                            as gone (practice_id, match_key, patient_id)
                        where known.practice_id = gone.practice_id
                            and known.match_key = gone.match_key
                            and known.patient_id = gone.patient_id
                        """)) {
            COLUMNS.bind(update, gone);
            update.execute();
        }
    }

    static void add(Handle handle, List<InPractice<Bearer>> come) {
        if (come.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.match_keys (practice_id, match_key, patient_id)
                        select * from unnest(:practice_id, :match_key, :patient_id)
                        on conflict do nothing
                        """)) {
            COLUMNS.bind(update, come);
            update.execute();
        }
    }

    static void forget(Handle handle, PracticeId practice) {
        try (var update =
                handle.createUpdate(
                        "delete from projection.match_keys where practice_id = :practice")) {
            update.bind("practice", practice.value()).execute();
        }
    }

    /** Brings in keys none of which is there yet. */
    static void copy(Handle handle, List<InPractice<Bearer>> keys) {
        COLUMNS.copy(handle, "projection.match_keys", keys);
    }

    private static Columns<InPractice<Bearer>> columns() {
        return new Columns<InPractice<Bearer>>()
                .text("practice_id", row -> row.practice().value())
                .text("match_key", row -> row.value().key().value())
                .uuid("patient_id", row -> row.value().patient().value());
    }
}
