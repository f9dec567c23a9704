package praxis.read.appointments;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.access.Caller.Subject;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Arguments;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds the appointments of one patient, in one query. */
public final class AppointmentQueries {
    private static final Question OF_PATIENT =
            Question.of(
                    """
                    select
                        first_name, last_name, booking_system_id, booking_tool_url,
                        last_sign_of_life,
                        (select appointments from read.waiting where patient_id = :patient),
                        id, patient_id, booking_system_appointment_id,
                        scheduled_at, duration_minutes, therapist_name, service_name, status,
                        synced_at
                    from read.patient_appointments
                    where patient_id = :patient
                    order by scheduled_at desc, id
                    limit 2000
                    """);

    private static final Question OF_LOGIN =
            Question.of(
                    """
                    select
                        first_name, last_name, booking_system_id, booking_tool_url,
                        last_sign_of_life,
                        (select appointments from read.waiting where user_id = :user),
                        id, patient_id, booking_system_appointment_id,
                        scheduled_at, duration_minutes, therapist_name, service_name, status,
                        synced_at
                    from read.patient_appointments
                    where user_id = :user
                    order by scheduled_at desc, id
                    limit 2000
                    """);

    private final CallerQueries database;

    public AppointmentQueries(CallerQueries database) {
        this.database = database;
    }

    /** Empty where the caller sees no such patient. */
    public Optional<PatientAppointments> ofPatient(Caller caller, UUID patient) {
        return ask(caller, OF_PATIENT, query -> query.bind("patient", patient));
    }

    /** Empty where no patient has this login. */
    Optional<PatientAppointments> ofLogin(Caller caller, Subject login) {
        return ask(caller, OF_LOGIN, query -> query.bind("user", login.value()));
    }

    private Optional<PatientAppointments> ask(
            Caller caller, Question question, Arguments arguments) {
        List<Row> rows = database.list(caller, question, arguments, AppointmentQueries::row);
        return rows.isEmpty() ? Optional.empty() : Optional.of(join(caller, rows));
    }

    private static PatientAppointments join(Caller caller, List<Row> rows) {
        Row patient = rows.getFirst();
        return new PatientAppointments(
                patient.firstName,
                patient.lastName,
                patient.linkedTo,
                patient.toolUrl,
                patient.lastSignOfLife,
                caller.role() != Role.PATIENT,
                patient.waiting,
                rows.stream().map(Row::appointment).filter(Objects::nonNull).toList());
    }

    private static Row row(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        return new Row(
                columns.text(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.instant(),
                columns.number(),
                appointment(columns));
    }

    /** Null in the one row of a patient who has none. */
    private static @Nullable AppointmentView appointment(Columns columns) throws SQLException {
        @Nullable UUID id = columns.uuid();
        return id == null
                ? null
                : new AppointmentView(
                        id,
                        filled(columns.uuid()),
                        filled(columns.text()),
                        filled(columns.instant()),
                        columns.integer(),
                        columns.text(),
                        columns.text(),
                        filled(columns.text()),
                        filled(columns.instant()));
    }

    private record Row(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String linkedTo,
            @Nullable String toolUrl,
            @Nullable Instant lastSignOfLife,
            long waiting,
            @Nullable AppointmentView appointment) {}
}
