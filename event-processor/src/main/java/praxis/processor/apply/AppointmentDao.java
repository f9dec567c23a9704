package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.Appointment;
import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.Appointment.TimeFlag;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.PracticeId;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The appointments. */
final class AppointmentDao {
    private static final String STATUS = "status_";
    private static final Columns<InPractice<Appointment>> COLUMNS = columns();

    private AppointmentDao() {}

    /** The named ones, and all that belong to one of the owners. */
    static void load(
            Handle handle,
            List<InPractice<BookingAppointmentId>> named,
            List<InPractice<BookingPatientId>> owners,
            Consumer<InPractice<Appointment>> found) {
        if (named.isEmpty() && owners.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, found.id, booking_system_appointment_id, booking_patient_id,
                            patient_id, scheduled_at, scheduled_text, time_flag, duration_minutes,
                            therapist_name, service_name, referrer, status, synced_at, known_fields,
                            announced, version_kind, version_number, occurred_at, status_version_kind,
                            status_version_number, status_occurred_at, changed_offset
                        from unnest(:named_practice, :named_id) as named (practice, id)
                        cross join lateral (
                            select * from projection.appointments
                            where practice_id = named.practice
                                and booking_system_appointment_id = named.id
                            offset 0) found
                        union all
                        select practice_id, found.id, booking_system_appointment_id, booking_patient_id,
                            patient_id, scheduled_at, scheduled_text, time_flag, duration_minutes,
                            therapist_name, service_name, referrer, status, synced_at, known_fields,
                            announced, version_kind, version_number, occurred_at, status_version_kind,
                            status_version_number, status_occurred_at, changed_offset
                        from unnest(:owner_practice, :owner_id) as owner (practice, id)
                        cross join lateral (
                            select * from projection.appointments
                            where practice_id = owner.practice and booking_patient_id = owner.id
                            offset 0) found
                        """);
        new Columns<InPractice<BookingAppointmentId>>()
                .text("named_practice", row -> row.practice().value())
                .text("named_id", row -> row.value().value())
                .bind(query, named);
        new Columns<InPractice<BookingPatientId>>()
                .text("owner_practice", row -> row.practice().value())
                .text("owner_id", row -> row.value().value())
                .bind(query, owners);
        read(query, found);
    }

    /** Those that lie behind a moment and were sent in UTC: another time policy moves them. */
    static void loadSentInUtc(
            Handle handle,
            PracticeId practice,
            Instant from,
            Consumer<InPractice<Appointment>> found) {
        read(
                handle.createQuery(
                                """
                                select practice_id, id, booking_system_appointment_id,
                                    booking_patient_id, patient_id, scheduled_at, scheduled_text,
                                    time_flag, duration_minutes, therapist_name, service_name,
                                    referrer, status, synced_at, known_fields, announced,
                                    version_kind, version_number, occurred_at, status_version_kind,
                                    status_version_number, status_occurred_at, changed_offset
                                from projection.appointments
                                where practice_id = :practice and scheduled_at > :from
                                    and upper(right(scheduled_text, 1)) = 'Z'
                                """)
                        .bind("practice", practice.value())
                        .bind("from", from.atOffset(ZoneOffset.UTC)),
                found);
    }

    static void all(Handle handle, Consumer<InPractice<Appointment>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, id, booking_system_appointment_id, booking_patient_id,
                            patient_id, scheduled_at, scheduled_text, time_flag, duration_minutes,
                            therapist_name, service_name, referrer, status, synced_at, known_fields,
                            announced, version_kind, version_number, occurred_at, status_version_kind,
                            status_version_number, status_occurred_at, changed_offset
                        from projection.appointments
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<Appointment>> found) {
        Row.each(query, row -> found.accept(new InPractice<>(row.practice(), appointment(row))));
    }

    private static Appointment appointment(Row row) throws SQLException {
        return new Appointment(
                row.uuid("id"),
                new BookingAppointmentId(row.text("booking_system_appointment_id")),
                row.maybeText("booking_patient_id").map(BookingPatientId::new),
                row.maybeUuid("patient_id").map(PatientId::new),
                content(row),
                WireName.read(
                        AppointmentStatus.values(),
                        AppointmentStatus::wireName,
                        row.text("status")),
                row.flag("announced"),
                row.instant("synced_at"),
                StampColumns.read(row, ""),
                Known.STATUS.isIn(row.integer("known_fields"))
                        ? Optional.of(StampColumns.read(row, STATUS))
                        : Optional.empty(),
                row.bigint("changed_offset"));
    }

    private static Appointment.Content content(Row row) throws SQLException {
        int known = row.integer("known_fields");
        return new Appointment.Content(
                Known.SCHEDULED_AT.field(known, scheduledTime(row)),
                Known.DURATION_MINUTES.field(known, row.maybeInteger("duration_minutes")),
                Known.THERAPIST_NAME.field(known, row.maybeText("therapist_name")),
                Known.SERVICE_NAME.field(known, row.maybeText("service_name")),
                Known.REFERRER.field(known, row.maybeText("referrer")));
    }

    private static Optional<ScheduledTime> scheduledTime(Row row) throws SQLException {
        Optional<TimeFlag> flag =
                row.maybeText("time_flag")
                        .map(name -> WireName.read(TimeFlag.values(), TimeFlag::wireName, name));
        String text = row.maybeText("scheduled_text").orElse("");
        return row.maybeInstant("scheduled_at")
                .map(instant -> new ScheduledTime(instant, text, flag));
    }

    static void write(Handle handle, Written<Appointment> rows) {
        COLUMNS.copy(handle, "projection.appointments", rows.created());
        if (rows.changed().isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.appointments (
                            practice_id, id, booking_system_appointment_id, booking_patient_id,
                            patient_id, scheduled_at, scheduled_text, time_flag, duration_minutes,
                            therapist_name, service_name, referrer, status, synced_at, known_fields,
                            announced, version_kind, version_number, occurred_at, status_version_kind,
                            status_version_number, status_occurred_at, changed_offset)
                        select * from unnest(
                            :practice_id, :id, :booking_system_appointment_id, :booking_patient_id,
                            :patient_id, :scheduled_at, :scheduled_text, :time_flag,
                            :duration_minutes, :therapist_name, :service_name, :referrer, :status,
                            :synced_at, :known_fields, :announced, :version_kind, :version_number,
                            :occurred_at, :status_version_kind, :status_version_number,
                            :status_occurred_at, :changed_offset)
                        on conflict (practice_id, booking_system_appointment_id) do update set (
                            booking_patient_id, patient_id, scheduled_at, scheduled_text, time_flag,
                            duration_minutes, therapist_name, service_name, referrer, status,
                            synced_at, known_fields, announced, version_kind, version_number,
                            occurred_at, status_version_kind, status_version_number,
                            status_occurred_at, changed_offset) = (
                            excluded.booking_patient_id, excluded.patient_id, excluded.scheduled_at,
                            excluded.scheduled_text, excluded.time_flag, excluded.duration_minutes,
                            excluded.therapist_name, excluded.service_name, excluded.referrer,
                            excluded.status, excluded.synced_at, excluded.known_fields,
                            excluded.announced, excluded.version_kind, excluded.version_number,
                            excluded.occurred_at, excluded.status_version_kind,
                            excluded.status_version_number, excluded.status_occurred_at,
                            excluded.changed_offset)
                        """)) {
            COLUMNS.bind(update, rows.changed());
            update.execute();
        }
    }

    static void drop(Handle handle, List<InPractice<BookingAppointmentId>> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        delete from projection.appointments known
                        using unnest(:practice_id, :appointment_id) as dropped (practice, id)
                        where known.practice_id = dropped.practice
                            and known.booking_system_appointment_id = dropped.id
                        """)) {
            new Columns<InPractice<BookingAppointmentId>>()
                    .text("practice_id", row -> row.practice().value())
                    .text("appointment_id", row -> row.value().value())
                    .bind(update, dropped);
            update.execute();
        }
    }

    private static Columns<InPractice<Appointment>> columns() {
        Columns<InPractice<Appointment>> columns =
                new Columns<InPractice<Appointment>>()
                        .text("practice_id", row -> row.practice().value())
                        .uuid("id", row -> row.value().id())
                        .text(
                                "booking_system_appointment_id",
                                row -> row.value().bookingAppointment().value())
                        .text(
                                "booking_patient_id",
                                row ->
                                        row.value()
                                                .bookingPatient()
                                                .map(BookingPatientId::value)
                                                .orElse(null))
                        .uuid(
                                "patient_id",
                                row -> row.value().patient().map(PatientId::value).orElse(null))
                        .instant(
                                "scheduled_at",
                                row -> scheduled(row, ScheduledTime::instant).orElse(null))
                        .text(
                                "scheduled_text",
                                row -> scheduled(row, ScheduledTime::text).orElse(null))
                        .text(
                                "time_flag",
                                row ->
                                        scheduled(row, ScheduledTime::flag)
                                                .flatMap(flag -> flag.map(TimeFlag::wireName))
                                                .orElse(null))
                        .integer(
                                "duration_minutes",
                                row -> content(row).durationMinutes().toOptional().orElse(null))
                        .text(
                                "therapist_name",
                                row -> content(row).therapistName().toOptional().orElse(null))
                        .text(
                                "service_name",
                                row -> content(row).serviceName().toOptional().orElse(null))
                        .json(
                                "referrer",
                                row -> content(row).referrerJson().toOptional().orElse(null))
                        .text("status", row -> row.value().status().wireName())
                        .instant("synced_at", row -> row.value().syncedAt())
                        .smallint("known_fields", row -> Known.bits(row.value()))
                        .flag("announced", row -> row.value().announced())
                        .bigint("changed_offset", row -> row.value().changedOffset());
        StampColumns.add(columns, "", row -> row.value().stamp());
        return StampColumns.add(
                columns, STATUS, row -> row.value().statusStamp().orElse(Stamp.NONE));
    }

    private static Appointment.Content content(InPractice<Appointment> row) {
        return row.value().content();
    }

    private static <T> Optional<T> scheduled(
            InPractice<Appointment> row, Function<ScheduledTime, T> part) {
        return content(row).scheduledAt().toOptional().map(part);
    }

    /** The bits of {@code known_fields}: which fields were ever sent, be it as null. */
    private enum Known {
        SCHEDULED_AT(1),
        DURATION_MINUTES(1 << 1),
        THERAPIST_NAME(1 << 2),
        SERVICE_NAME(1 << 3),
        REFERRER(1 << 4),
        /** Some event spoke of the status, whether or not it proved its place. */
        STATUS(1 << 5);

        private final int bit;

        Known(int bit) {
            this.bit = bit;
        }

        private <T> Field<T> field(int known, Optional<T> value) {
            return Field.fromColumn(value.orElse(null), isIn(known));
        }

        private int in(Field<?> field) {
            return field.isAbsent() ? 0 : bit;
        }

        private boolean isIn(int known) {
            return (known & bit) != 0;
        }

        private static int bits(Appointment appointment) {
            Appointment.Content content = appointment.content();
            return (appointment.statusStamp().isPresent() ? STATUS.bit : 0)
                    | SCHEDULED_AT.in(content.scheduledAt())
                    | DURATION_MINUTES.in(content.durationMinutes())
                    | THERAPIST_NAME.in(content.therapistName())
                    | SERVICE_NAME.in(content.serviceName())
                    | REFERRER.in(content.referrerJson());
        }
    }
}
