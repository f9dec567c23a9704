package praxis.processor.decide;

import praxis.processor.model.Patient;
import praxis.processor.model.PatientField;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.util.Optional;

/**
 * Lays what the tool says over a patient: empty fields are filled, and overwritten is only what the
 * tool itself set and staff never touched.
 */
final class DetailMerge {
    private final PatientField.Set staffFields;
    private final boolean overwrites;
    private PatientField.Set toolFields;

    private DetailMerge(Patient patient, boolean overwrites) {
        this.staffFields = patient.staffFields();
        this.overwrites = overwrites;
        this.toolFields = patient.toolFields();
    }

    static Patient merge(Patient patient, PatientFields said) {
        return merge(new DetailMerge(patient, true), patient, said);
    }

    /** Fills what is empty, and nothing else. */
    static Patient fill(Patient patient, PatientFields said) {
        return merge(new DetailMerge(patient, false), patient, said);
    }

    /** As a person decided: whatever is said counts, and the tool never overwrites it. */
    static Patient byStaff(Patient patient, PatientFields said) {
        Patient cleared =
                patient.withStaffDetails(
                        new Patient.Details(
                                unlessSaid(patient.details().firstName(), said.firstName()),
                                unlessSaid(patient.details().lastName(), said.lastName()),
                                unlessSaid(patient.details().email(), said.email()),
                                unlessSaid(patient.details().phone(), said.phone()),
                                unlessSaid(patient.details().dateOfBirth(), said.dateOfBirth()),
                                said.gender().isAbsent()
                                        ? patient.details().gender()
                                        : Gender.UNKNOWN),
                        patient.toolFields(),
                        PatientField.Set.NONE);
        Patient filled = fill(cleared, said);
        PatientField.Set touched = touched(said);
        return filled.withStaffDetails(
                filled.details(),
                new PatientField.Set(patient.toolFields().bits() & ~touched.bits()),
                new PatientField.Set(patient.staffFields().bits() | touched.bits()));
    }

    private static <T> Optional<T> unlessSaid(Optional<T> known, Field<T> said) {
        return said.isAbsent() ? known : Optional.empty();
    }

    private static PatientField.Set touched(PatientFields said) {
        return PatientField.Set.NONE
                .with(PatientField.FIRST_NAME, !said.firstName().isAbsent())
                .with(PatientField.LAST_NAME, !said.lastName().isAbsent())
                .with(PatientField.EMAIL, !said.email().isAbsent())
                .with(PatientField.PHONE, !said.phone().isAbsent())
                .with(PatientField.DATE_OF_BIRTH, !said.dateOfBirth().isAbsent())
                .with(PatientField.GENDER, !said.gender().isAbsent());
    }

    private static Patient merge(DetailMerge merge, Patient patient, PatientFields said) {
        Patient.Details known = patient.details();
        Optional<Gender> knownGender =
                Optional.of(known.gender()).filter(gender -> gender != Gender.UNKNOWN);
        Patient.Details details =
                new Patient.Details(
                        merge.field(PatientField.FIRST_NAME, known.firstName(), said.firstName()),
                        merge.field(PatientField.LAST_NAME, known.lastName(), said.lastName()),
                        merge.field(PatientField.EMAIL, known.email(), said.email()),
                        merge.field(PatientField.PHONE, known.phone(), said.phone()),
                        merge.field(
                                PatientField.DATE_OF_BIRTH,
                                known.dateOfBirth(),
                                said.dateOfBirth()),
                        merge.field(PatientField.GENDER, knownGender, said.gender())
                                .orElse(Gender.UNKNOWN));
        return patient.withDetails(details, merge.toolFields);
    }

    private <T> Optional<T> field(PatientField name, Optional<T> known, Field<T> said) {
        boolean ours = staffFields.contains(name);
        boolean theTools = known.isEmpty() || (overwrites && toolFields.contains(name));
        if (said.isAbsent() || ours || !theTools) {
            return known;
        }
        Optional<T> merged = said.toOptional();
        toolFields = toolFields.with(name, merged.isPresent());
        return merged;
    }
}
