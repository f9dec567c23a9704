package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.PatientField;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tool's patients, and which of ours they are. */
final class BookingPatientDao {
    private static final Columns<InPractice<BookingPatient>> COLUMNS = columns();

    private BookingPatientDao() {}

    static void load(
            Handle handle,
            List<InPractice<BookingPatientId>> named,
            Consumer<InPractice<BookingPatient>> found) {
        if (named.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, booking_patient_id, standing, patient_id, email,
                            first_name, last_name, phone, date_of_birth, gender, known_fields,
                            version_kind, version_number, occurred_at, changed_offset
                        from unnest(:practice_id, :booking_patient_id) as named (practice, id)
                        cross join lateral (
                            select * from projection.booking_patients
                            where practice_id = named.practice and booking_patient_id = named.id
                            offset 0) found
                        """);
        new Columns<InPractice<BookingPatientId>>()
                .text("practice_id", row -> row.practice().value())
                .text("booking_patient_id", row -> row.value().value())
                .bind(query, named);
        read(query, found);
    }

    /** Those that are linked to one of these patients. */
    static void loadLinks(
            Handle handle,
            List<InPractice<PatientId>> patients,
            Consumer<InPractice<BookingPatient>> found) {
        if (patients.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, booking_patient_id, standing, patient_id, email,
                            first_name, last_name, phone, date_of_birth, gender, known_fields,
                            version_kind, version_number, occurred_at, changed_offset
                        from unnest(:practice_id, :patient_id) as linked (practice, patient)
                        cross join lateral (
                            select * from projection.booking_patients
                            where practice_id = linked.practice and patient_id = linked.patient
                            offset 0) found
                        """);
        new Columns<InPractice<PatientId>>()
                .text("practice_id", row -> row.practice().value())
                .uuid("patient_id", row -> row.value().value())
                .bind(query, patients);
        read(query, found);
    }

    static void all(Handle handle, Consumer<InPractice<BookingPatient>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, booking_patient_id, standing, patient_id, email,
                            first_name, last_name, phone, date_of_birth, gender, known_fields,
                            version_kind, version_number, occurred_at, changed_offset
                        from projection.booking_patients
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<BookingPatient>> found) {
        Row.each(query, row -> found.accept(new InPractice<>(row.practice(), bookingPatient(row))));
    }

    private static BookingPatient bookingPatient(Row row) throws SQLException {
        return new BookingPatient(
                new BookingPatientId(row.text("booking_patient_id")),
                WireName.read(Standing.values(), Standing::wireName, row.text("standing")),
                row.maybeUuid("patient_id").map(PatientId::new),
                facts(row),
                StampColumns.read(row, ""),
                row.bigint("changed_offset"));
    }

    private static PatientFields facts(Row row) throws SQLException {
        PatientField.Set known = new PatientField.Set(row.integer("known_fields"));
        return new PatientFields(
                field(known, PatientField.EMAIL, row.maybeText("email")),
                field(known, PatientField.FIRST_NAME, row.maybeText("first_name")),
                field(known, PatientField.LAST_NAME, row.maybeText("last_name")),
                field(known, PatientField.PHONE, row.maybeText("phone")),
                field(known, PatientField.DATE_OF_BIRTH, row.maybeDate("date_of_birth")),
                field(
                        known,
                        PatientField.GENDER,
                        row.maybeText("gender")
                                .map(
                                        name ->
                                                WireName.read(
                                                        Gender.values(), Gender::wireName, name))));
    }

    private static <T> Field<T> field(
            PatientField.Set known, PatientField field, Optional<T> value) {
        return Field.fromColumn(value.orElse(null), known.contains(field));
    }

    static void write(Handle handle, Written<BookingPatient> rows) {
        COLUMNS.copy(handle, "projection.booking_patients", rows.created());
        if (rows.changed().isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.booking_patients (
                            practice_id, booking_patient_id, standing, patient_id, email,
                            first_name, last_name, phone, date_of_birth, gender, known_fields,
                            version_kind, version_number, occurred_at, changed_offset)
                        select * from unnest(
                            :practice_id, :booking_patient_id, :standing, :patient_id, :email,
                            :first_name, :last_name, :phone, :date_of_birth, :gender, :known_fields,
                            :version_kind, :version_number, :occurred_at, :changed_offset)
                        on conflict (practice_id, booking_patient_id) do update set (
                            standing, patient_id, email, first_name, last_name, phone,
                            date_of_birth, gender, known_fields, version_kind, version_number,
                            occurred_at, changed_offset) = (
                            excluded.standing, excluded.patient_id, excluded.email,
                            excluded.first_name, excluded.last_name, excluded.phone,
                            excluded.date_of_birth, excluded.gender, excluded.known_fields,
                            excluded.version_kind, excluded.version_number, excluded.occurred_at,
                            excluded.changed_offset)
                        """)) {
            COLUMNS.bind(update, rows.changed());
            update.execute();
        }
    }

    private static Columns<InPractice<BookingPatient>> columns() {
        Columns<InPractice<BookingPatient>> columns =
                new Columns<InPractice<BookingPatient>>()
                        .text("practice_id", row -> row.practice().value())
                        .text("booking_patient_id", row -> row.value().id().value())
                        .text("standing", row -> row.value().standing().wireName())
                        .uuid(
                                "patient_id",
                                row -> row.value().patient().map(PatientId::value).orElse(null))
                        .text("email", row -> facts(row).email().toOptional().orElse(null))
                        .text("first_name", row -> facts(row).firstName().toOptional().orElse(null))
                        .text("last_name", row -> facts(row).lastName().toOptional().orElse(null))
                        .text("phone", row -> facts(row).phone().toOptional().orElse(null))
                        .date(
                                "date_of_birth",
                                row -> facts(row).dateOfBirth().toOptional().orElse(null))
                        .text(
                                "gender",
                                row ->
                                        facts(row)
                                                .gender()
                                                .toOptional()
                                                .map(Gender::wireName)
                                                .orElse(null))
                        .smallint("known_fields", row -> known(facts(row)).bits())
                        .bigint("changed_offset", row -> row.value().changedOffset());
        return StampColumns.add(columns, "", row -> row.value().stamp());
    }

    private static PatientFields facts(InPractice<BookingPatient> row) {
        return row.value().facts();
    }

    private static PatientField.Set known(PatientFields facts) {
        return PatientField.Set.NONE
                .with(PatientField.EMAIL, !facts.email().isAbsent())
                .with(PatientField.FIRST_NAME, !facts.firstName().isAbsent())
                .with(PatientField.LAST_NAME, !facts.lastName().isAbsent())
                .with(PatientField.PHONE, !facts.phone().isAbsent())
                .with(PatientField.DATE_OF_BIRTH, !facts.dateOfBirth().isAbsent())
                .with(PatientField.GENDER, !facts.gender().isAbsent());
    }
}
