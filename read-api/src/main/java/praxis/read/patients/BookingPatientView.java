package praxis.read.patients;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** One of the booking tool's patients as the API shows it. */
@Schema(
        name = "BookingPatient",
        example =
                """
                {
                  "booking_patient_id": "B-1",
                  "standing": "ignored",
                  "patient_id": null,
                  "first_name": "Anna",
                  "last_name": "Beispiel",
                  "email": "anna@example.org"
                }
                """)
record BookingPatientView(
        String bookingPatientId,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "unknown",
                            "expected",
                            "in_review",
                            "linked",
                            "ignored",
                            "ended"
                        })
                String standing,
        @Schema(description = "Ours, while there is a link.") @Nullable UUID patientId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email) {

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "BookingPatientView[" + standing + "]";
    }
}
