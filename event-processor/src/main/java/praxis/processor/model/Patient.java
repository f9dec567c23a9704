package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A patient of the practice.
 *
 * @param bookingSystemId the newest living link, for show; {@link BookingPatient} holds the links
 * @param bookingEmail the e-mail address in the booking tool, as last sent
 * @param toolFields which details the booking tool set
 * @param staffFields which details staff ever touched: the tool never overwrites them
 * @param changedOffset offset of the record that last changed this patient
 */
public record Patient(
        PatientId id,
        Details details,
        Optional<BookingPatientId> bookingSystemId,
        Optional<String> bookingEmail,
        Optional<String> therapistId,
        Optional<String> userId,
        PatientField.Set toolFields,
        PatientField.Set staffFields,
        Optional<Instant> archivedAt,
        long changedOffset) {

    /** Who the person is; empty where nobody told us. */
    public record Details(
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> email,
            Optional<String> phone,
            Optional<LocalDate> dateOfBirth,
            Gender gender) {
        @Override
        public String toString() {
            return "Details[redacted]";
        }
    }

    public boolean isActive() {
        return archivedAt.isEmpty();
    }

    public Patient withDetails(Details changed, PatientField.Set changedToolFields) {
        return new Patient(
                id,
                changed,
                bookingSystemId,
                bookingEmail,
                therapistId,
                userId,
                changedToolFields,
                staffFields,
                archivedAt,
                changedOffset);
    }

    public Patient withBooking(
            Optional<BookingPatientId> changedSystemId, Optional<String> changedEmail) {
        return new Patient(
                id,
                details,
                changedSystemId,
                changedEmail,
                therapistId,
                userId,
                toolFields,
                staffFields,
                archivedAt,
                changedOffset);
    }

    /** Details as staff set them. */
    public Patient withStaffDetails(
            Details changed, PatientField.Set tool, PatientField.Set staff) {
        return new Patient(
                id,
                changed,
                bookingSystemId,
                bookingEmail,
                therapistId,
                userId,
                tool,
                staff,
                archivedAt,
                changedOffset);
    }

    public Patient treatedBy(Optional<String> therapist) {
        return new Patient(
                id,
                details,
                bookingSystemId,
                bookingEmail,
                therapist,
                userId,
                toolFields,
                staffFields,
                archivedAt,
                changedOffset);
    }

    public Patient withLogin(Optional<String> login) {
        return new Patient(
                id,
                details,
                bookingSystemId,
                bookingEmail,
                therapistId,
                login,
                toolFields,
                staffFields,
                archivedAt,
                changedOffset);
    }

    public Patient changedAt(long offset) {
        return new Patient(
                id,
                details,
                bookingSystemId,
                bookingEmail,
                therapistId,
                userId,
                toolFields,
                staffFields,
                archivedAt,
                offset);
    }

    /** Whether a person looking at both would see the same. */
    public boolean saysTheSameAs(Patient other) {
        return changedAt(0).equals(other.changedAt(0));
    }

    @Override
    public String toString() {
        return "Patient[" + id + "]";
    }
}
