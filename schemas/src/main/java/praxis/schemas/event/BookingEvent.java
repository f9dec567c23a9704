package praxis.schemas.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the booking tool reports, in the past tense. Both dialects and both envelopes end here; a
 * value of this type is complete as far as SPEC 2.3 demands it.
 */
public sealed interface BookingEvent {
    EventType type();

    /** The envelope's {@code event_id}; the record's signed {@code webhook-id} goes before it. */
    Optional<String> eventId();

    Stamp stamp();

    /** Says that the tool is alive, and nothing else. */
    record Ping(Optional<String> eventId, Stamp stamp) implements BookingEvent {
        @Override
        public EventType type() {
            return EventType.PING;
        }
    }

    /** An event about one of the tool's patients. */
    sealed interface PatientEvent extends BookingEvent {
        BookingPatientId bookingPatientId();
    }

    record PatientCreated(
            Optional<String> eventId,
            Stamp stamp,
            BookingPatientId bookingPatientId,
            PatientFields fields)
            implements PatientEvent {
        @Override
        public EventType type() {
            return EventType.PATIENT_CREATED;
        }
    }

    record PatientUpdated(
            Optional<String> eventId,
            Stamp stamp,
            BookingPatientId bookingPatientId,
            PatientFields fields)
            implements PatientEvent {
        @Override
        public EventType type() {
            return EventType.PATIENT_UPDATED;
        }
    }

    record PatientDeleted(Optional<String> eventId, Stamp stamp, BookingPatientId bookingPatientId)
            implements PatientEvent {
        @Override
        public EventType type() {
            return EventType.PATIENT_DELETED;
        }
    }

    /** An event about one appointment. */
    sealed interface AppointmentEvent extends BookingEvent {
        BookingAppointmentId bookingAppointmentId();

        /** Absent only in a cancellation. */
        Optional<BookingPatientId> bookingPatientId();

        AppointmentFields fields();
    }

    record AppointmentCreated(
            Optional<String> eventId,
            Stamp stamp,
            BookingAppointmentId bookingAppointmentId,
            Optional<BookingPatientId> bookingPatientId,
            AppointmentFields fields)
            implements AppointmentEvent {
        @Override
        public EventType type() {
            return EventType.APPOINTMENT_CREATED;
        }
    }

    record AppointmentUpdated(
            Optional<String> eventId,
            Stamp stamp,
            BookingAppointmentId bookingAppointmentId,
            Optional<BookingPatientId> bookingPatientId,
            AppointmentFields fields)
            implements AppointmentEvent {
        @Override
        public EventType type() {
            return EventType.APPOINTMENT_UPDATED;
        }
    }

    record AppointmentCancelled(
            Optional<String> eventId,
            Stamp stamp,
            BookingAppointmentId bookingAppointmentId,
            Optional<BookingPatientId> bookingPatientId,
            AppointmentFields fields)
            implements AppointmentEvent {
        @Override
        public EventType type() {
            return EventType.APPOINTMENT_CANCELLED;
        }
    }

    /** The tool's own id of a patient. */
    record BookingPatientId(String value) implements Comparable<BookingPatientId> {
        @Override
        public int compareTo(BookingPatientId other) {
            return value.compareTo(other.value);
        }
    }

    /** The tool's own id of an appointment. */
    record BookingAppointmentId(String value) implements Comparable<BookingAppointmentId> {
        @Override
        public int compareTo(BookingAppointmentId other) {
            return value.compareTo(other.value);
        }
    }

    /** What the tool says of a patient; personal, so its text form shows nothing. */
    record PatientFields(
            Field<String> email,
            Field<String> firstName,
            Field<String> lastName,
            Field<String> phone,
            Field<LocalDate> dateOfBirth,
            Field<Gender> gender) {
        public static PatientFields none() {
            return new PatientFields(
                    Field.absent(),
                    Field.absent(),
                    Field.absent(),
                    Field.absent(),
                    Field.absent(),
                    Field.absent());
        }

        /** These fields laid over {@code earlier}, one by one. */
        public PatientFields over(PatientFields earlier) {
            return new PatientFields(
                    email.over(earlier.email),
                    firstName.over(earlier.firstName),
                    lastName.over(earlier.lastName),
                    phone.over(earlier.phone),
                    dateOfBirth.over(earlier.dateOfBirth),
                    gender.over(earlier.gender));
        }

        @Override
        public String toString() {
            return "PatientFields[redacted]";
        }
    }

    /** What the tool says of an appointment. */
    record AppointmentFields(
            Field<SentTime> scheduledAt,
            Field<Integer> durationMinutes,
            Field<String> therapistName,
            Field<String> serviceName,
            Field<AppointmentStatus> status,
            Field<String> referrerJson) {
        public static AppointmentFields none() {
            return new AppointmentFields(
                    Field.absent(),
                    Field.absent(),
                    Field.absent(),
                    Field.absent(),
                    Field.absent(),
                    Field.absent());
        }

        @Override
        public String toString() {
            return "AppointmentFields[redacted]";
        }
    }

    /**
     * A point in time and the text in which it came: the practice's time policy may read the text
     * differently later.
     */
    record SentTime(Instant instant, String text) {
        /** Reads it once more; empty for what is no time with its offset. */
        public static Optional<SentTime> read(String text) {
            return Times.withOffset(text);
        }

        /** When somebody is at the practice is personal. */
        @Override
        public String toString() {
            return "SentTime[redacted]";
        }
    }

    enum Gender {
        MALE("maennlich"),
        FEMALE("weiblich"),
        DIVERSE("divers"),
        UNKNOWN("unbekannt");

        private final String wireName;

        Gender(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    enum AppointmentStatus {
        SCHEDULED("scheduled"),
        CANCELLED("cancelled"),
        COMPLETED("completed");

        private final String wireName;

        AppointmentStatus(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The types that we understand; any other is kept and shown as an error. */
    enum EventType {
        PATIENT_CREATED("patient.created"),
        PATIENT_UPDATED("patient.updated"),
        PATIENT_DELETED("patient.deleted"),
        APPOINTMENT_CREATED("appointment.created"),
        APPOINTMENT_UPDATED("appointment.updated"),
        APPOINTMENT_CANCELLED("appointment.cancelled"),
        PING("ping");

        private final String wireName;

        EventType(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
