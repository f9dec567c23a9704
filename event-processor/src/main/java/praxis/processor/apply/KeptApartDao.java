package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.BookingState.KeptApart;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.List;
import java.util.function.Consumer;

/** The pairs that a person kept apart. */
final class KeptApartDao {
    private KeptApartDao() {}

    static void load(
            Handle handle,
            List<InPractice<BookingPatientId>> personal,
            Consumer<InPractice<KeptApart>> found) {
        if (personal.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, booking_patient_id, patient_id
                        from unnest(:practice_id, :booking_patient_id) as person (practice, id)
                        cross join lateral (
                            select * from projection.kept_apart
                            where practice_id = person.practice and booking_patient_id = person.id
                            offset 0) found
                        """);
        new Columns<InPractice<BookingPatientId>>()
                .text("practice_id", row -> row.practice().value())
                .text("booking_patient_id", row -> row.value().value())
                .bind(query, personal);
        read(query, found);
    }

    static void all(Handle handle, Consumer<InPractice<KeptApart>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, booking_patient_id, patient_id
                        from projection.kept_apart
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<KeptApart>> found) {
        Row.each(
                query,
                row ->
                        found.accept(
                                new InPractice<>(
                                        row.practice(),
                                        new KeptApart(
                                                new BookingPatientId(
                                                        row.text("booking_patient_id")),
                                                new PatientId(row.uuid("patient_id"))))));
    }

    static void write(Handle handle, List<InPractice<KeptApart>> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.kept_apart (
                            practice_id, booking_patient_id, patient_id)
                        select * from unnest(:practice_id, :booking_patient_id, :patient_id)
                        on conflict do nothing
                        """)) {
            new Columns<InPractice<KeptApart>>()
                    .text("practice_id", row -> row.practice().value())
                    .text("booking_patient_id", row -> row.value().bookingPatient().value())
                    .uuid("patient_id", row -> row.value().patient().value())
                    .bind(update, pairs);
            update.execute();
        }
    }
}
