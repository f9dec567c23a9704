package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.Decision;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.event.BookingEvent.AppointmentCancelled;
import praxis.schemas.event.BookingEvent.AppointmentEvent;
import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.Field;
import praxis.schemas.record.StableIds;

import java.util.List;
import java.util.Optional;

/** Decides what the tool's news of an appointment does (SPEC 3.2). */
final class AppointmentDecider {
    private AppointmentDecider() {}

    static Decision decide(Draft draft, AppointmentEvent event) {
        Optional<Appointment> existing = draft.state().appointment(event.bookingAppointmentId());
        Optional<Appointment> elsewhere = existing.filter(held -> isOfAnother(held, event));
        if (elsewhere.isPresent() && !draft.isOrdered()) {
            return moved(draft, elsewhere.get());
        }
        if (isIgnored(draft)) {
            return draft.success("ignored");
        }
        return existing.isPresent()
                ? heardAgain(draft, event, existing.get())
                : heardFirst(draft, event);
    }

    private static boolean isOfAnother(Appointment held, AppointmentEvent event) {
        return event.bookingPatientId()
                .flatMap(sent -> held.bookingPatient().filter(owner -> !owner.equals(sent)))
                .isPresent();
    }

    private static boolean isIgnored(Draft draft) {
        return draft.bookingPatient()
                .flatMap(draft.state()::bookingPatient)
                .filter(known -> known.standing() == Standing.IGNORED)
                .isPresent();
    }

    private static Decision moved(Draft draft, Appointment held) {
        if (Order.of(draft.stamp(), held.stamp()) == Order.OLDER) {
            return draft.stale();
        }
        return ask(draft, Kind.APPOINTMENT_MOVED, Subject.moveOf(held.bookingAppointment()), held);
    }

    private static Decision heardFirst(Draft draft, AppointmentEvent event) {
        Optional<AppointmentStatus> claimed = StatusRule.claimed(event);
        Appointment appointment =
                new Appointment(
                        StableIds.of(
                                "appointment",
                                draft.state().practice().value(),
                                event.bookingAppointmentId().value()),
                        event.bookingAppointmentId(),
                        draft.bookingPatient(),
                        draft.bookingPatient().flatMap(draft::linkOf),
                        said(draft, event),
                        claimed.orElse(AppointmentStatus.SCHEDULED),
                        !(event instanceof AppointmentCancelled),
                        draft.heardAt(),
                        draft.stamp(),
                        claimed.map(_ -> draft.stamp()),
                        draft.received().offset());
        draft.put(appointment);
        return settled(draft, event, appointment);
    }

    private static Decision heardAgain(Draft draft, AppointmentEvent event, Appointment held) {
        Order place = draft.isOrdered() ? Order.NEWER : Order.of(draft.stamp(), held.stamp());
        return switch (StatusRule.judge(draft, event, held, place)) {
            case StatusRule.Verdict.Doubtful() ->
                    ask(
                            draft,
                            Kind.REVIVED_APPOINTMENT,
                            Subject.revivalOf(held.bookingAppointment()),
                            held);
            case StatusRule.Verdict.Stays() -> {
                boolean under = place == Order.OLDER || StatusRule.isLateBooking(event, held);
                yield settle(draft, event, held, merged(draft, event, held, under), under);
            }
            case StatusRule.Verdict.Becomes(AppointmentStatus status, boolean proven) -> {
                if (proven) {
                    Questions.close(
                            draft, Subject.revivalOf(held.bookingAppointment()), "newer_event");
                }
                boolean under = place == Order.OLDER;
                Appointment changed =
                        merged(draft, event, held, under)
                                .withStatus(status, draft.stamp(), draft.heardAt());
                yield settle(draft, event, held, changed, under && status == held.status());
            }
        };
    }

    /**
     * @param under whether the event is older: then it overwrites nothing, but what was never said
     *     may still be filled in
     */
    private static Appointment merged(
            Draft draft, AppointmentEvent event, Appointment held, boolean under) {
        Appointment.Content said = said(draft, event);
        // Only an order moves it from one booking patient to another.
        Optional<BookingPatientId> owner =
                draft.isOrdered()
                        ? event.bookingPatientId().or(held::bookingPatient)
                        : held.bookingPatient().or(event::bookingPatientId);
        boolean moves = !owner.equals(held.bookingPatient());
        Optional<PatientId> ours = owner.flatMap(draft::linkOf);
        return new Appointment(
                held.id(),
                held.bookingAppointment(),
                owner,
                moves ? ours : held.patient().or(() -> ours),
                under ? held.content().over(said) : said.over(held.content()),
                held.status(),
                held.announced() || !(event instanceof AppointmentCancelled),
                draft.heardAt(),
                under ? held.stamp() : Order.advance(held.stamp(), draft.stamp()),
                held.statusStamp(),
                held.changedOffset());
    }

    private static Decision settle(
            Draft draft,
            AppointmentEvent event,
            Appointment held,
            Appointment changed,
            boolean stale) {
        if (stale) {
            boolean filled =
                    !changed.saysTheSameAs(held)
                            || !changed.statusStamp().equals(held.statusStamp());
            if (filled) {
                draft.put(changed);
            }
            return draft.stale();
        }
        draft.put(changed);
        Questions.close(draft, Subject.outdated(held.bookingAppointment()), "later_event");
        return settled(draft, event, changed);
    }

    private static Decision ask(Draft draft, Kind kind, Subject subject, Appointment held) {
        Questions.ask(
                draft,
                kind,
                new Questions.About(
                        subject,
                        held.bookingPatient(),
                        Optional.of(held.bookingAppointment()),
                        held.patient()),
                List.of());
        return draft.needsReview();
    }

    private static Appointment.Content said(Draft draft, AppointmentEvent event) {
        AppointmentFields fields = event.fields();
        Field<ScheduledTime> time =
                fields.scheduledAt().map(sent -> TimeRule.read(sent, draft.state().settings()));
        time.toOptional()
                .flatMap(ScheduledTime::flag)
                .ifPresent(flag -> draft.note("local_time_" + flag.wireName()));
        return new Appointment.Content(
                time,
                fields.durationMinutes(),
                fields.therapistName(),
                fields.serviceName(),
                fields.referrerJson());
    }

    /** Of a booking patient who only registered so far. */
    private static Optional<BookingPatient> expected(Draft draft, Appointment appointment) {
        return appointment
                .bookingPatient()
                .flatMap(draft.state()::bookingPatient)
                .filter(BookingPatient::isExpected);
    }

    private static Decision firstBooked(
            Draft draft, Appointment appointment, BookingPatient expected) {
        Optional<PatientId> patient = PatientDecider.booked(draft, expected);
        // After the match, which may have moved this very one as it was before.
        patient.ifPresent(owner -> draft.put(appointment.belongingTo(owner)));
        return draft.success(patient.isPresent() ? "stored" : "parked");
    }

    /** Parks what has no patient yet, and sees to it that somebody will be asked. */
    private static Decision settled(Draft draft, AppointmentEvent event, Appointment appointment) {
        boolean waits =
                appointment.patient().isEmpty()
                        && appointment.status() != AppointmentStatus.CANCELLED;
        Optional<BookingPatient> newcomer = expected(draft, appointment).filter(_ -> waits);
        if (newcomer.isPresent()) {
            return firstBooked(draft, appointment, newcomer.get());
        }
        appointment
                .bookingPatient()
                .filter(_ -> waits)
                .ifPresent(owner -> askWhoThatIs(draft, owner));
        String outcome = event instanceof AppointmentCancelled ? "cancelled" : "stored";
        return draft.success(waits ? "parked" : outcome);
    }

    private static void askWhoThatIs(Draft draft, BookingPatientId owner) {
        Subject subject = Subject.identityOf(owner);
        if (draft.openReview(subject).isEmpty()) {
            Questions.ask(
                    draft,
                    Kind.UNKNOWN_PATIENT,
                    new Questions.About(
                            subject, Optional.of(owner), Optional.empty(), Optional.empty()),
                    List.of());
        }
    }
}
