package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.Counted;
import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.function.Consumer;

/** How many patients of a practice have a name. */
final class NameCountDao {
    private static final Columns<InPractice<Count>> COLUMNS =
            new Columns<InPractice<Count>>()
                    .text("practice_id", row -> row.practice().value())
                    .text("counted", row -> row.value().counted().value())
                    .integer("patients", row -> row.value().patients());

    private NameCountDao() {}

    /** So many patients have it; or, to be added to that. */
    record Count(Counted counted, int patients) {}

    static void load(
            Handle handle, List<InPractice<Counted>> wanted, Consumer<InPractice<Count>> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, found.counted, patients
                        from unnest(:practice_id, :counted) as wanted (practice, counted)
                        cross join lateral (
                            select * from projection.name_counts
                            where practice_id = wanted.practice
                                and name_counts.counted = wanted.counted
                            offset 0) found
                        """);
        new Columns<InPractice<Counted>>()
                .text("practice_id", row -> row.practice().value())
                .text("counted", row -> row.value().value())
                .bind(query, wanted);
        read(query, found);
    }

    static void all(Handle handle, Consumer<InPractice<Count>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, counted, patients from projection.name_counts
                        where patients <> 0
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<Count>> found) {
        Row.each(
                query,
                row ->
                        found.accept(
                                new InPractice<>(
                                        row.practice(),
                                        new Count(
                                                new Counted(row.text("counted")),
                                                row.integer("patients")))));
    }

    static void forget(Handle handle, PracticeId practice) {
        try (var update =
                handle.createUpdate(
                        "delete from projection.name_counts where practice_id = :practice")) {
            update.bind("practice", practice.value()).execute();
        }
    }

    /** Adds to the counts what has come, or takes away what has gone. */
    static void add(Handle handle, List<InPractice<Count>> more) {
        if (more.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.name_counts as known (practice_id, counted, patients)
                        select * from unnest(:practice_id, :counted, :patients)
                        on conflict (counted, practice_id) do update
                        set patients = known.patients + excluded.patients
                        """)) {
            COLUMNS.bind(update, more);
            update.execute();
        }
    }
}
