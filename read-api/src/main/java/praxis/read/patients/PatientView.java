package praxis.read.patients;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One patient as the API shows it. */
@Schema(
        name = "Patient",
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
                  "user_id": null
                }
                """)
record PatientView(
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
        @Nullable String userId) {

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "PatientView[" + id + "]";
    }
}
