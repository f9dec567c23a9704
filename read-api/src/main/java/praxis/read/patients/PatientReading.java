package praxis.read.patients;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.schemas.command.StaffCommand.ChangePatient;
import praxis.schemas.command.StaffCommand.CreatePatient;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.util.Optional;
import java.util.UUID;

/** Reads what staff say of a patient. */
final class PatientReading {
    private static final int LONGEST_LOGIN = 200;
    private static final String THERAPIST = "therapist_id";

    private final Members body;
    private final Caller caller;

    PatientReading(Members body, Caller caller) {
        this.body = body;
        this.caller = caller;
    }

    Reading<CreatePatient> newPatient() {
        PatientFields fields = fields();
        Optional<String> therapist = body.text(THERAPIST, LONGEST_LOGIN);
        if (fields.lastName().toOptional().isEmpty() && fields.firstName().toOptional().isEmpty()) {
            body.refuse("last_name", "Required, or else first_name.");
        }
        return body.reading(
                () -> new CreatePatient(fields, isTherapist() ? ownLogin() : therapist));
    }

    Reading<ChangePatient> change(UUID patient) {
        PatientFields fields = fields();
        Field<String> therapist = body.nullableText(THERAPIST, LONGEST_LOGIN);
        return body.reading(() -> new ChangePatient(patient, fields, therapist));
    }

    private PatientFields fields() {
        body.known(
                "first_name", "last_name", "email", "phone", "date_of_birth", "gender", THERAPIST);
        return body.patientFields();
    }

    /** A new patient of a therapist is that therapist's own, which may be said or not. */
    boolean givesToSomebodyElse() {
        return isTherapist()
                && body.has(THERAPIST)
                && !body.text(THERAPIST, LONGEST_LOGIN).equals(ownLogin());
    }

    boolean movesPatient() {
        return isTherapist() && body.has(THERAPIST);
    }

    static HttpResponse<?> onlyAdminsMove() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "Only an admin says whose patient somebody is (therapist_id).")
                .toResponse();
    }

    private boolean isTherapist() {
        return caller.role() == Role.THERAPIST;
    }

    private Optional<String> ownLogin() {
        return Optional.of(caller.subject().value());
    }
}
