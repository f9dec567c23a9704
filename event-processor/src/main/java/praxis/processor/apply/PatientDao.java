package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.Patient;
import praxis.processor.model.PatientField;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.record.PracticeId;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The practices' patients. */
final class PatientDao {
    private static final Columns<InPractice<Patient>> COLUMNS = columns();

    private static final int ROWS_AT_ONCE = 5_000;

    private PatientDao() {}

    static void load(
            Handle handle,
            List<InPractice<PatientId>> wanted,
            Consumer<InPractice<Patient>> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, found.id, first_name, last_name, email, phone, date_of_birth,
                            gender, booking_system_id, booking_email, therapist_id, user_id,
                            tool_fields, staff_fields, archived_at, changed_offset
                        from unnest(:practice_id, :id) as wanted (practice, id)
                        cross join lateral (
                            select * from projection.patients
                            where practice_id = wanted.practice and patients.id = wanted.id
                            offset 0) found
                        """);
        ids().bind(query, wanted);
        read(query, found);
    }

    private static Columns<InPractice<PatientId>> ids() {
        return new Columns<InPractice<PatientId>>()
                .text("practice_id", row -> row.practice().value())
                .uuid("id", row -> row.value().value());
    }

    /** Whoever has these logins. */
    static void findByLogin(
            Handle handle, List<InPractice<String>> logins, Consumer<InPractice<PatientId>> found) {
        if (logins.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, found.id
                        from unnest(:practice_id, :login) as wanted (practice, login)
                        cross join lateral (
                            select * from projection.patients
                            where practice_id = wanted.practice and user_id = wanted.login
                            offset 0) found
                        """);
        new Columns<InPractice<String>>()
                .text("practice_id", row -> row.practice().value())
                .text("login", InPractice::value)
                .bind(query, logins);
        Row.each(
                query,
                row ->
                        found.accept(
                                new InPractice<>(row.practice(), new PatientId(row.uuid("id")))));
    }

    static void all(Handle handle, Consumer<InPractice<Patient>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, id, first_name, last_name, email, phone, date_of_birth,
                            gender, booking_system_id, booking_email, therapist_id, user_id,
                            tool_fields, staff_fields, archived_at, changed_offset
                        from projection.patients
                        """),
                found);
    }

    /**
     * All of one practice, in an order for which there is an index: it is not read whole at once.
     */
    static void of(Handle handle, PracticeId practice, Consumer<InPractice<Patient>> found) {
        read(
                handle.createQuery(
                                """
                                select practice_id, id, first_name, last_name, email, phone,
                                    date_of_birth, gender, booking_system_id, booking_email,
                                    therapist_id, user_id, tool_fields, staff_fields, archived_at,
                                    changed_offset
                                from projection.patients
                                where practice_id = :practice
                                order by coalesce(last_name, '') collate "de-x-icu",
                                    coalesce(first_name, '') collate "de-x-icu", id
                                """)
                        .bind("practice", practice.value())
                        .setFetchSize(ROWS_AT_ONCE),
                found);
    }

    private static void read(Query query, Consumer<InPractice<Patient>> found) {
        Row.each(query, row -> found.accept(new InPractice<>(row.practice(), patient(row))));
    }

    private static Patient patient(Row row) throws SQLException {
        return new Patient(
                new PatientId(row.uuid("id")),
                new Patient.Details(
                        row.maybeText("first_name"),
                        row.maybeText("last_name"),
                        row.maybeText("email"),
                        row.maybeText("phone"),
                        row.maybeDate("date_of_birth"),
                        WireName.read(Gender.values(), Gender::wireName, row.text("gender"))),
                row.maybeText("booking_system_id").map(BookingPatientId::new),
                row.maybeText("booking_email"),
                row.maybeText("therapist_id"),
                row.maybeText("user_id"),
                new PatientField.Set(row.integer("tool_fields")),
                new PatientField.Set(row.integer("staff_fields")),
                row.maybeInstant("archived_at"),
                row.bigint("changed_offset"));
    }

    static void releaseLogins(Handle handle, List<InPractice<PatientId>> patients) {
        if (patients.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        update projection.patients patient set user_id = null
                        from unnest(:practice_id, :id) as released (practice, patient_id)
                        where patient.practice_id = released.practice
                            and patient.id = released.patient_id
                        """)) {
            ids().bind(update, patients);
            update.execute();
        }
    }

    static void write(Handle handle, Written<Patient> rows) {
        COLUMNS.copy(handle, "projection.patients", rows.created());
        if (rows.changed().isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.patients (
                            practice_id, id, first_name, last_name, email, phone, date_of_birth,
                            gender, booking_system_id, booking_email, therapist_id, user_id,
                            tool_fields, staff_fields, archived_at, changed_offset)
                        select * from unnest(
                            :practice_id, :id, :first_name, :last_name, :email, :phone,
                            :date_of_birth, :gender, :booking_system_id, :booking_email,
                            :therapist_id, :user_id, :tool_fields, :staff_fields, :archived_at,
                            :changed_offset)
                        on conflict (practice_id, id) do update set (
                            first_name, last_name, email, phone, date_of_birth, gender,
                            booking_system_id, booking_email, therapist_id, user_id, tool_fields,
                            staff_fields, archived_at, changed_offset) = (
                            excluded.first_name, excluded.last_name, excluded.email, excluded.phone,
                            excluded.date_of_birth, excluded.gender, excluded.booking_system_id,
                            excluded.booking_email, excluded.therapist_id, excluded.user_id,
                            excluded.tool_fields, excluded.staff_fields, excluded.archived_at,
                            excluded.changed_offset)
                        """)) {
            COLUMNS.bind(update, rows.changed());
            update.execute();
        }
    }

    private static Columns<InPractice<Patient>> columns() {
        return new Columns<InPractice<Patient>>()
                .text("practice_id", row -> row.practice().value())
                .uuid("id", row -> row.value().id().value())
                .text("first_name", row -> details(row).firstName().orElse(null))
                .text("last_name", row -> details(row).lastName().orElse(null))
                .text("email", row -> details(row).email().orElse(null))
                .text("phone", row -> details(row).phone().orElse(null))
                .date("date_of_birth", row -> details(row).dateOfBirth().orElse(null))
                .text("gender", row -> details(row).gender().wireName())
                .text(
                        "booking_system_id",
                        row ->
                                row.value()
                                        .bookingSystemId()
                                        .map(BookingPatientId::value)
                                        .orElse(null))
                .text("booking_email", row -> row.value().bookingEmail().orElse(null))
                .text("therapist_id", row -> row.value().therapistId().orElse(null))
                .text("user_id", row -> row.value().userId().orElse(null))
                .smallint("tool_fields", row -> row.value().toolFields().bits())
                .smallint("staff_fields", row -> row.value().staffFields().bits())
                .instant("archived_at", row -> row.value().archivedAt().orElse(null))
                .bigint("changed_offset", row -> row.value().changedOffset());
    }

    private static Patient.Details details(InPractice<Patient> row) {
        return row.value().details();
    }
}
