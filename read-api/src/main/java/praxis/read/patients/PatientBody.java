package praxis.read.patients;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Only describes: what staff say of a patient, in the API's document. */
@Schema(name = "PatientInput")
record PatientBody(
        @Schema(maxLength = 100) @Nullable String firstName,
        @Schema(maxLength = 100) @Nullable String lastName,
        @Schema(maxLength = 254) @Nullable String email,
        @Schema(maxLength = 30) @Nullable String phone,
        @Nullable LocalDate dateOfBirth,
        @Schema(
                        type = "string",
                        allowableValues = {"maennlich", "weiblich", "divers", "unbekannt"})
                @Nullable String gender,
        @Schema(maxLength = 200, description = "The therapist's login.")
                @Nullable String therapistId) {}
