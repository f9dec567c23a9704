package praxis.processor.model;

import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One appointment as last heard of.
 *
 * @param bookingPatient empty while nothing but a cancellation by id has come
 * @param patient empty while parked: the booking patient has no link yet
 * @param announced whether anything but a cancellation has come
 * @param syncedAt receipt of the newest delivery that was applied
 * @param stamp the newest proof of order among what was applied
 * @param statusStamp what the event that last spoke of the status said of its own place; empty
 *     while none did. Apart from {@code stamp}, because what is newer than the rest may still be
 *     older than the cancellation
 * @param changedOffset offset of the record that last changed this appointment
 */
public record Appointment(
        UUID id,
        BookingAppointmentId bookingAppointment,
        Optional<BookingPatientId> bookingPatient,
        Optional<PatientId> patient,
        Content content,
        AppointmentStatus status,
        boolean announced,
        Instant syncedAt,
        Stamp stamp,
        Optional<Stamp> statusStamp,
        long changedOffset) {

    /** What was said of it; absent is what was never sent. */
    public record Content(
            Field<ScheduledTime> scheduledAt,
            Field<Integer> durationMinutes,
            Field<String> therapistName,
            Field<String> serviceName,
            Field<String> referrerJson) {

        /** This content laid over {@code earlier}, field by field. */
        public Content over(Content earlier) {
            return new Content(
                    scheduledAt.over(earlier.scheduledAt),
                    durationMinutes.over(earlier.durationMinutes),
                    therapistName.over(earlier.therapistName),
                    serviceName.over(earlier.serviceName),
                    referrerJson.over(earlier.referrerJson));
        }

        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    /**
     * When it takes place.
     *
     * @param text as it was sent
     * @param flag set where a local time does not exist or exists twice
     */
    public record ScheduledTime(Instant instant, String text, Optional<TimeFlag> flag) {
        /** When somebody is at the practice is personal. */
        @Override
        public String toString() {
            return "ScheduledTime[redacted]";
        }
    }

    /** What is odd about a local time. */
    public enum TimeFlag {
        /** Skipped when the clocks go forward. */
        GAP("gap"),
        /** Happens twice when the clocks go back. */
        OVERLAP("overlap");

        private final String wireName;

        TimeFlag(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The same sent time, read differently. */
    public Appointment scheduledAt(ScheduledTime time) {
        return new Appointment(
                id,
                bookingAppointment,
                bookingPatient,
                patient,
                new Content(
                        Field.of(time),
                        content.durationMinutes(),
                        content.therapistName(),
                        content.serviceName(),
                        content.referrerJson()),
                status,
                announced,
                syncedAt,
                stamp,
                statusStamp,
                changedOffset);
    }

    public Appointment belongingTo(PatientId owner) {
        return ownedBy(bookingPatient, Optional.of(owner));
    }

    /** Waits again until it is known whose it is. */
    public Appointment parked() {
        return ownedBy(bookingPatient, Optional.empty());
    }

    public Appointment ownedBy(Optional<BookingPatientId> teller, Optional<PatientId> owner) {
        return new Appointment(
                id,
                bookingAppointment,
                teller,
                owner,
                content,
                status,
                announced,
                syncedAt,
                stamp,
                statusStamp,
                changedOffset);
    }

    /** The status as an event set it, with what that event said of its place. */
    public Appointment withStatus(
            AppointmentStatus changed, Stamp changedStamp, Instant changedAt) {
        return new Appointment(
                id,
                bookingAppointment,
                bookingPatient,
                patient,
                content,
                changed,
                announced,
                changedAt,
                stamp,
                Optional.of(changedStamp),
                changedOffset);
    }

    public Appointment changedAt(long offset) {
        return new Appointment(
                id,
                bookingAppointment,
                bookingPatient,
                patient,
                content,
                status,
                announced,
                syncedAt,
                stamp,
                statusStamp,
                offset);
    }

    /** Whether a person looking at both would see the same; stamps and syncing do not count. */
    public boolean saysTheSameAs(Appointment other) {
        return bookingPatient.equals(other.bookingPatient)
                && patient.equals(other.patient)
                && content.equals(other.content)
                && status == other.status
                && announced == other.announced;
    }

    public boolean isScheduledAfter(Instant time) {
        return status == AppointmentStatus.SCHEDULED
                && content.scheduledAt()
                        .toOptional()
                        .filter(scheduled -> scheduled.instant().isAfter(time))
                        .isPresent();
    }
}
