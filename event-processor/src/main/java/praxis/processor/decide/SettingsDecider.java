package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.Decision;
import praxis.processor.model.Directory;
import praxis.processor.model.Effect;
import praxis.processor.model.Settings;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.ChangeSettings;
import praxis.schemas.command.StaffCommand.ChangeTherapists;
import praxis.schemas.event.BookingEvent.SentTime;

import java.time.Instant;
import java.util.Optional;

/** Decides what admins choose for their practice, and who its therapists are (SPEC 6). */
final class SettingsDecider {
    private SettingsDecider() {}

    static Decision change(Draft draft, ChangeSettings command) {
        Settings held = draft.state().settings();
        PracticeSettings wanted = command.settings();
        if (command.basedOn() != held.version()) {
            return changedSince(draft);
        }
        if (!isListed(wanted.defaultTherapistId(), draft.state().directory())) {
            return draft.refuse(
                    Refusal.NOT_POSSIBLE, "The default therapist is none of the practice's.");
        }
        if (wanted.equals(held.chosen())) {
            return draft.success("unchanged");
        }
        Settings changed = held.choosing(wanted);
        draft.add(new Effect.ChangeSettings(changed));
        noteChanges(draft, held.chosen(), wanted);
        if (wanted.timePolicy() != held.timePolicy()) {
            readTimesAgain(draft, changed);
        }
        return draft.success("changed");
    }

    /** Names what changed; what it was and is stands in the orders. */
    private static void noteChanges(Draft draft, PracticeSettings held, PracticeSettings wanted) {
        noteChange(
                draft,
                "default_therapist_id",
                held.defaultTherapistId(),
                wanted.defaultTherapistId());
        noteChange(draft, "booking_tool_url", held.bookingToolUrl(), wanted.bookingToolUrl());
        noteChange(draft, "time_policy", held.timePolicy(), wanted.timePolicy());
        noteChange(draft, "retry_horizon", held.retryHorizon(), wanted.retryHorizon());
        noteChange(draft, "therapist_scope", held.therapistScope(), wanted.therapistScope());
        noteChange(draft, "create_policy", held.createPolicy(), wanted.createPolicy());
        noteChange(draft, "link_without_email", held.linkWithoutEmail(), wanted.linkWithoutEmail());
        noteChange(draft, "rate_limit", held.limitPerMinute(), wanted.limitPerMinute());
    }

    private static void noteChange(Draft draft, String name, Object held, Object wanted) {
        if (!held.equals(wanted)) {
            draft.note(name);
        }
    }

    /** What is over stays as it was read then. */
    private static void readTimesAgain(Draft draft, Settings settings) {
        Instant now = draft.received().receivedAt();
        int moved = 0;
        for (Appointment appointment : draft.state().allAppointments()) {
            Optional<ScheduledTime> held = appointment.content().scheduledAt().toOptional();
            Optional<ScheduledTime> read =
                    held.flatMap(time -> SentTime.read(time.text()))
                            .map(sent -> TimeRule.read(sent, settings));
            boolean liesAhead =
                    held.filter(time -> time.instant().isAfter(now)).isPresent()
                            || read.filter(time -> time.instant().isAfter(now)).isPresent();
            if (liesAhead && read.isPresent() && !read.equals(held)) {
                draft.put(appointment.scheduledAt(read.get()));
                moved++;
            }
        }
        draft.note("appointments_read_again:" + moved);
    }

    static Decision changeTherapists(Draft draft, ChangeTherapists command) {
        Settings held = draft.state().settings();
        Directory wanted = new Directory(command.therapists());
        if (command.basedOn() != held.version()) {
            return changedSince(draft);
        }
        if (!isListed(held.defaultTherapistId(), wanted)) {
            return draft.refuse(
                    Refusal.NOT_POSSIBLE, "The default therapist must be among the therapists.");
        }
        if (wanted.equals(draft.state().directory())) {
            return draft.success("unchanged");
        }
        draft.add(new Effect.PutDirectory(wanted));
        draft.add(new Effect.ChangeSettings(held.choosing(held.chosen())));
        return draft.success("changed");
    }

    private static boolean isListed(Optional<String> therapist, Directory directory) {
        return therapist.isEmpty() || directory.has(therapist.get());
    }

    private static Decision changedSince(Draft draft) {
        return draft.refuse(
                Refusal.CHANGED_SINCE,
                "Settings or therapists have been changed since they were read.");
    }
}
