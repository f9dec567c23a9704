package praxis.processor.decide;

import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.IdentityKey;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.processor.model.TakenIdentity;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;

import java.util.List;
import java.util.Optional;

/** Decides what an order of staff does: once, however often it is sent. */
final class CommandDecider {
    private CommandDecider() {}

    static Decision decide(BookingState state, Received received, SentCommand sent) {
        String key = IdentityKey.of(sent);
        Draft draft = Draft.ordered(state, received, sent);
        Optional<TakenIdentity> taken = state.identity(key);
        if (taken.isPresent()) {
            return taken.get().bodyDigest().equals(received.bodyDigest())
                    ? draft.duplicate()
                    : draft.refuse(
                            Refusal.ID_REUSED,
                            "The command's id was used before, for another one.");
        }
        // Taken by a refusal too: what was refused is not to happen later, behind its giver's back.
        return decide(draft, sent.command())
                .and(
                        new Effect.TakeIdentity(
                                new TakenIdentity(
                                        key,
                                        received.bodyDigest(),
                                        received.eventId(),
                                        received.offset(),
                                        received.receivedAt(),
                                        false)));
    }

    private static Decision decide(Draft draft, StaffCommand command) {
        Decision decision =
                switch (command) {
                    case StaffCommand.DecideReview decide -> ReviewDecider.decide(draft, decide);
                    case StaffCommand.CreatePatient create ->
                            StaffPatientDecider.create(draft, create);
                    case StaffCommand.ChangePatient change ->
                            StaffPatientDecider.change(draft, change);
                    case StaffCommand.LinkPatient link -> LinkDecider.link(draft, link);
                    case StaffCommand.UnlinkPatient unlink -> LinkDecider.unlink(draft, unlink);
                    case StaffCommand.RestoreBookingPatient restore ->
                            LinkDecider.restore(draft, restore);
                    case StaffCommand.ChangeSettings change ->
                            SettingsDecider.change(draft, change);
                    case StaffCommand.ChangeTherapists change ->
                            SettingsDecider.changeTherapists(draft, change);
                    case StaffCommand.ConnectLogin connect ->
                            StaffPatientDecider.connect(draft, connect);
                    case StaffCommand.RedriveEvent redrive -> RedriveDecider.decide(draft, redrive);
                    case StaffCommand.IssueCalendarFeed issue ->
                            CalendarFeedDecider.issue(draft, issue);
                    case StaffCommand.RevokeCalendarFeed revoke ->
                            CalendarFeedDecider.revoke(draft, revoke);
                };
        return decision.entry().status() == ProcessingStatus.ERROR
                ? new Decision(decision.entry(), List.of())
                : decision;
    }
}
