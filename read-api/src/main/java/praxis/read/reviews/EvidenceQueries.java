package praxis.read.reviews;

import static praxis.read.database.Columns.filled;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;
import praxis.read.reviews.ReviewView.EventLink;
import praxis.read.reviews.ReviewView.Newcomer;
import praxis.read.reviews.ReviewView.WaitingAppointment;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what a decision on a review item rests on. */
public final class EvidenceQueries {
    private static final Question NEWCOMER =
            Question.of(
                    """
                    select
                        booking_patient_id, standing, patient_id, first_name, last_name,
                        date_of_birth, email, phone, gender
                    from read.booking_patients
                    where booking_patient_id = :id
                    """);

    private static final Question PATIENTS =
            Question.of(
                    """
                    select
                        id, first_name, last_name, date_of_birth, email, phone, gender,
                        booking_email, booking_system_id
                    from read.patients
                    where id = any (cast(:ids as uuid[]))
                    """);

    private static final Question PARKED =
            Question.of(
                    """
                    select
                        id, booking_system_appointment_id, scheduled_at, duration_minutes,
                        therapist_name, service_name, synced_at
                    from read.parked_appointments
                    where booking_patient_id = :id
                    order by scheduled_at, id
                    limit 200
                    """);

    private static final Question APPOINTMENT =
            Question.of(
                    """
                    select
                        booking_patient_id, scheduled_at, duration_minutes, therapist_name,
                        service_name, status
                    from read.appointments
                    where booking_system_appointment_id = :id
                    """);

    private static final Question EVENT =
            Question.of(
                    """
                    select event_type, received_at
                    from read.webhook_events
                    where id = :id
                    """);

    private final CallerQueries database;

    public EvidenceQueries(CallerQueries database) {
        this.database = database;
    }

    /** A patient of ours. */
    record Known(
            UUID id,
            Facts facts,
            @Nullable String bookingEmail,
            @Nullable String bookingSystemId) {}

    /** An appointment as it is held now. */
    record HeldAppointment(
            @Nullable String bookingPatientId,
            Instant scheduledAt,
            @Nullable Integer durationMinutes,
            @Nullable String therapistName,
            @Nullable String serviceName,
            String status) {
        /** When somebody is at the practice is personal. */
        @Override
        public String toString() {
            return "HeldAppointment[redacted]";
        }
    }

    Optional<Newcomer> newcomer(Caller caller, String bookingPatient) {
        return database
                .list(
                        caller,
                        NEWCOMER,
                        query -> query.bind("id", bookingPatient),
                        (row, _) -> {
                            Columns columns = new Columns(row);
                            return new Newcomer(
                                    filled(columns.text()),
                                    filled(columns.text()),
                                    columns.uuid(),
                                    facts(columns));
                        })
                .stream()
                .findFirst();
    }

    List<Known> patients(Caller caller, List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.list(
                        caller,
                        PATIENTS,
                        query ->
                                query.bindArray(
                                        "ids",
                                        String.class,
                                        ids.stream().map(UUID::toString).toList()),
                        (row, _) -> {
                            Columns columns = new Columns(row);
                            return new Known(
                                    filled(columns.uuid()),
                                    facts(columns),
                                    columns.text(),
                                    columns.text());
                        });
    }

    List<WaitingAppointment> parked(Caller caller, String bookingPatient) {
        return database.list(
                caller,
                PARKED,
                query -> query.bind("id", bookingPatient),
                (row, _) -> {
                    Columns columns = new Columns(row);
                    return new WaitingAppointment(
                            filled(columns.uuid()),
                            filled(columns.text()),
                            filled(columns.instant()),
                            columns.integer(),
                            columns.text(),
                            columns.text(),
                            filled(columns.instant()));
                });
    }

    Optional<HeldAppointment> appointment(Caller caller, String bookingAppointment) {
        return database
                .list(
                        caller,
                        APPOINTMENT,
                        query -> query.bind("id", bookingAppointment),
                        (row, _) -> {
                            Columns columns = new Columns(row);
                            return new HeldAppointment(
                                    columns.text(),
                                    filled(columns.instant()),
                                    columns.integer(),
                                    columns.text(),
                                    columns.text(),
                                    filled(columns.text()));
                        })
                .stream()
                .findFirst();
    }

    EventLink event(Caller caller, UUID id) {
        String href = "/api/admin/webhook-events/" + id;
        return database
                .list(
                        caller,
                        EVENT,
                        query -> query.bind("id", id),
                        (row, _) -> {
                            Columns columns = new Columns(row);
                            return new EventLink(id, columns.text(), columns.instant(), href);
                        })
                .stream()
                .findFirst()
                .orElseGet(() -> new EventLink(id, null, null, href));
    }

    private static Facts facts(Columns columns) throws SQLException {
        return new Facts(
                columns.text(),
                columns.text(),
                columns.date(),
                columns.text(),
                columns.text(),
                columns.text());
    }
}
