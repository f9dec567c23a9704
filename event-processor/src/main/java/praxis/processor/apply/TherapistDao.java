package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.BookingState;
import praxis.processor.model.Directory;
import praxis.schemas.command.Therapist;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The therapists, and the names under which the booking tool knows them. */
final class TherapistDao {
    private static final String NO_NAME = "";

    private TherapistDao() {}

    private record Name(String therapist, String name) {}

    static void load(
            Handle handle, Collection<PracticeId> wanted, BiConsumer<PracticeId, Directory> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, therapist_id, display_name,
                            coalesce(therapist_name, '') as therapist_name
                        from projection.therapists
                        left join projection.therapist_names using (practice_id, therapist_id)
                        where practice_id = any(:practice_id)
                        """);
        new Columns<PracticeId>()
                .text("practice_id", PracticeId::value)
                .bind(query, List.copyOf(wanted));
        read(query, found);
    }

    static void all(Handle handle, BiConsumer<PracticeId, Directory> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, therapist_id, display_name,
                            coalesce(therapist_name, '') as therapist_name
                        from projection.therapists
                        left join projection.therapist_names using (practice_id, therapist_id)
                        """),
                found);
    }

    private static void read(Query query, BiConsumer<PracticeId, Directory> found) {
        Map<PracticeId, Map<String, Therapist>> read = new HashMap<>();
        Row.each(
                query,
                row -> {
                    String name = row.text("therapist_name");
                    Therapist one =
                            new Therapist(
                                    row.text("therapist_id"),
                                    row.text("display_name"),
                                    name.equals(NO_NAME) ? List.of() : List.of(name));
                    read.computeIfAbsent(row.practice(), _ -> new HashMap<>())
                            .merge(one.id(), one, TherapistDao::join);
                });
        read.forEach(
                (practice, therapists) ->
                        found.accept(practice, new Directory(List.copyOf(therapists.values()))));
    }

    private static Therapist join(Therapist one, Therapist other) {
        List<String> names = new ArrayList<>(one.names());
        names.addAll(other.names());
        return new Therapist(one.id(), one.displayName(), names);
    }

    /** Writes directories anew where an order changed them. */
    static void write(Handle handle, List<BookingState> changed) {
        if (changed.isEmpty()) {
            return;
        }
        remove(handle, changed);
        List<InPractice<Therapist>> therapists = new ArrayList<>();
        List<InPractice<Name>> names = new ArrayList<>();
        for (BookingState state : changed) {
            for (Therapist therapist : state.directory().therapists()) {
                therapists.add(new InPractice<>(state.practice(), therapist));
                for (String name : therapist.names()) {
                    names.add(new InPractice<>(state.practice(), new Name(therapist.id(), name)));
                }
            }
        }
        new Columns<InPractice<Therapist>>()
                .text("practice_id", row -> row.practice().value())
                .text("therapist_id", row -> row.value().id())
                .text("display_name", row -> row.value().displayName())
                .copy(handle, "projection.therapists", therapists);
        new Columns<InPractice<Name>>()
                .text("practice_id", row -> row.practice().value())
                .text("therapist_id", row -> row.value().therapist())
                .text("therapist_name", row -> row.value().name())
                .copy(handle, "projection.therapist_names", names);
    }

    private static void remove(Handle handle, List<BookingState> changed) {
        try (var update =
                handle.createUpdate(
                        """
                        with names_gone as (
                            delete from projection.therapist_names
                            where practice_id = any(:practice_id))
                        delete from projection.therapists where practice_id = any(:practice_id)
                        """)) {
            new Columns<BookingState>()
                    .text("practice_id", state -> state.practice().value())
                    .bind(update, changed);
            update.execute();
        }
    }
}
