package praxis.processor.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Patients to try the model on. */
final class Patients {
    static final PatientId ID =
            new PatientId(UUID.fromString("00000000-0000-5000-8000-000000000001"));

    private Patients() {}

    static Patient of(
            Patient.Details details, Optional<String> bookingEmail, Optional<Instant> archivedAt) {
        return new Patient(
                ID,
                details,
                Optional.empty(),
                bookingEmail,
                Optional.empty(),
                Optional.empty(),
                PatientField.Set.NONE,
                PatientField.Set.NONE,
                archivedAt,
                1);
    }
}
