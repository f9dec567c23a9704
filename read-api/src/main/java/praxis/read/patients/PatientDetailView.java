package praxis.read.patients;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.WaitingNote;

import java.time.LocalDate;
import java.util.UUID;

/** One patient alone, with what waits for a decision about them. */
@Schema(
        name = "PatientDetail",
        example =
                """
                {
                  "id": "6fa459ea-ee8a-5ca4-894e-db77e160355e",
                  "first_name": "Anna",
                  "last_name": "Beispiel",
                  "email": "anna.beispiel@example.org",
                  "phone": "+49 30 1234567",
                  "date_of_birth": "1984-05-17",
                  "gender": "weiblich",
                  "booking_system_id": "B-1",
                  "booking_email": "anna@example.org",
                  "therapist_id": "therapist-1",
                  "user_id": null,
                  "waiting_appointments": 0,
                  "waiting_note": null
                }
                """)
record PatientDetailView(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate dateOfBirth,
        @Schema(
                        type = "string",
                        allowableValues = {"maennlich", "weiblich", "divers", "unbekannt"})
                String gender,
        @Schema(description = "The booking tool's id of the newest link.")
                @Nullable String bookingSystemId,
        @Schema(description = "The booking tool's e-mail address of the newest link.")
                @Nullable String bookingEmail,
        @Nullable String therapistId,
        @Nullable String userId,
        @Schema(description = "Appointments that may be this patient's; a review decides.")
                long waitingAppointments,
        @Nullable WaitingNote waitingNote) {

    static PatientDetailView of(PatientView patient, long waiting) {
        return new PatientDetailView(
                patient.id(),
                patient.firstName(),
                patient.lastName(),
                patient.email(),
                patient.phone(),
                patient.dateOfBirth(),
                patient.gender(),
                patient.bookingSystemId(),
                patient.bookingEmail(),
                patient.therapistId(),
                patient.userId(),
                waiting,
                WaitingNote.forStaff(waiting));
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "PatientDetailView[" + id + "]";
    }
}
