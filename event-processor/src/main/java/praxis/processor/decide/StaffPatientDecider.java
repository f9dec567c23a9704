package praxis.processor.decide;

import praxis.processor.model.Decision;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.ChangePatient;
import praxis.schemas.command.StaffCommand.ConnectLogin;
import praxis.schemas.command.StaffCommand.CreatePatient;
import praxis.schemas.event.Field;

import java.util.Optional;

/** Decides what staff do to the practice's patients. */
final class StaffPatientDecider {
    private StaffPatientDecider() {}

    static Decision create(Draft draft, CreatePatient command) {
        Patient patient = DetailMerge.byStaff(PatientDecider.newPatient(draft), command.fields());
        if (isNameless(patient)) {
            return draft.refuse(Refusal.NOT_POSSIBLE, "A patient needs a name.");
        }
        Optional<String> therapist = command.therapistId().or(patient::therapistId);
        draft.about(patient.id());
        draft.put(patient.treatedBy(therapist));
        return draft.success("created");
    }

    static Decision change(Draft draft, ChangePatient command) {
        PatientId id = new PatientId(command.patient());
        Optional<Patient> known = draft.state().patient(id).filter(Patient::isActive);
        if (known.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such patient.");
        }
        draft.about(id);
        Patient changed = DetailMerge.byStaff(known.get(), command.fields());
        if (isNameless(changed) && !isNameless(known.get())) {
            return draft.refuse(Refusal.NOT_POSSIBLE, "A patient needs a name.");
        }
        Field<String> therapist = command.therapistId();
        Patient treated =
                therapist.isAbsent() ? changed : changed.treatedBy(therapist.toOptional());
        draft.put(treated);
        return draft.success(treated.saysTheSameAs(known.get()) ? "unchanged" : "changed");
    }

    /** A login is one patient's, or nobody's. */
    static Decision connect(Draft draft, ConnectLogin command) {
        PatientId id = new PatientId(command.patient());
        Optional<Patient> known = draft.state().patient(id).filter(Patient::isActive);
        if (known.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such patient.");
        }
        draft.about(id);
        Optional<PatientId> holder = command.login().flatMap(draft.state()::patientWithLogin);
        if (holder.filter(other -> !other.equals(id)).isPresent()) {
            return draft.refuse(
                    Refusal.LOGIN_TAKEN, "The login is connected with another patient.");
        }
        Patient connected = known.get().withLogin(command.login());
        draft.put(connected);
        return draft.success(connected.saysTheSameAs(known.get()) ? "unchanged" : "changed");
    }

    static boolean isNameless(Patient patient) {
        return patient.details().firstName().isEmpty() && patient.details().lastName().isEmpty();
    }
}
