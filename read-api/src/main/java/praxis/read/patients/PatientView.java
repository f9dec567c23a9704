package praxis.read.patients;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One patient as the API shows it. */
@Schema(name = "Patient")
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
