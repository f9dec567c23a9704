package praxis.processor.decide;

import praxis.processor.model.CalendarFeed;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.IssueCalendarFeed;
import praxis.schemas.command.StaffCommand.RevokeCalendarFeed;

/** Decides who can read a patient's appointments as a calendar. */
final class CalendarFeedDecider {
    private CalendarFeedDecider() {}

    static Decision issue(Draft draft, IssueCalendarFeed command) {
        PatientId patient = new PatientId(command.patient());
        if (draft.state().patient(patient).filter(Patient::isActive).isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such patient.");
        }
        draft.about(patient);
        draft.add(new Effect.PutCalendarFeed(new CalendarFeed(patient, command.tokenHash())));
        return draft.success("issued");
    }

    static Decision revoke(Draft draft, RevokeCalendarFeed command) {
        PatientId patient = new PatientId(command.patient());
        if (draft.state().patient(patient).isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such patient.");
        }
        draft.about(patient);
        if (draft.state().calendarFeed(patient).isEmpty()) {
            return draft.success("unchanged");
        }
        draft.add(new Effect.DropCalendarFeed(patient));
        return draft.success("revoked");
    }
}
