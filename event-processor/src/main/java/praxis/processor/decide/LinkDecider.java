package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Settled;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.LinkPatient;
import praxis.schemas.command.StaffCommand.RestoreBookingPatient;
import praxis.schemas.command.StaffCommand.UnlinkPatient;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.NavigableSet;
import java.util.Optional;

/** Decides what staff do to links. */
final class LinkDecider {
    private static final String NO_SUCH_PATIENT = "The practice has no such patient.";

    private LinkDecider() {}

    static Decision link(Draft draft, LinkPatient command) {
        BookingPatientId id = command.bookingPatient();
        draft.about(id);
        Optional<Patient> patient = patient(draft, new PatientId(command.patient()));
        if (patient.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, NO_SUCH_PATIENT);
        }
        BookingPatient known =
                draft.state().bookingPatient(id).orElseGet(() -> BookingPatient.unknown(id));
        if (known.patient().isPresent()) {
            draft.about(known.patient().get());
            return known.patient().get().equals(patient.get().id())
                    ? draft.success("unchanged")
                    : draft.refuse(
                            Refusal.LINKED_ELSEWHERE,
                            "The booking patient belongs to another patient.");
        }
        draft.openReview(Subject.identityOf(id))
                .ifPresent(item -> settle(draft, item, "link", patient.get().id()));
        return PatientDecider.link(draft, known, patient.get(), "linked");
    }

    private static void settle(Draft draft, ReviewItem item, String decision, PatientId patient) {
        Settled settled =
                new Settled(draft.orderedBy(), decision, Optional.of(patient), Optional.empty());
        ReviewItem closed = item.settled(draft.received().receivedAt(), settled);
        draft.settles(closed);
        Questions.announce(draft, closed, "closed");
    }

    /** What hung on the link moves back, and it is asked where the booking patient belongs. */
    static Decision unlink(Draft draft, UnlinkPatient command) {
        PatientId id = new PatientId(command.patient());
        Optional<Patient> patient = draft.state().patient(id);
        if (patient.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, NO_SUCH_PATIENT);
        }
        draft.about(id);
        NavigableSet<BookingPatientId> links = draft.state().linksOf(id);
        if (command.bookingPatient().isEmpty() && links.size() > 1) {
            return draft.refuse(
                    Refusal.SEVERAL_LINKS,
                    "The patient has several booking patients: say which one.");
        }
        Optional<BookingPatientId> named =
                command.bookingPatient().or(() -> links.stream().findFirst());
        named.ifPresent(draft::about);
        return named.filter(links::contains)
                .flatMap(draft.state()::bookingPatient)
                .map(linked -> unlink(draft, linked, patient.get()))
                .orElseGet(() -> draft.success("unchanged"));
    }

    private static Decision unlink(Draft draft, BookingPatient linked, Patient patient) {
        BookingPatient loose = linked.standing(Standing.IN_REVIEW);
        draft.put(loose);
        draft.put(withoutLink(draft, patient, linked.id()));
        draft.add(new Effect.KeepApart(linked.id(), patient.id()));
        for (Appointment appointment : draft.state().allAppointmentsOf(linked.id())) {
            if (appointment.patient().filter(patient.id()::equals).isPresent()) {
                draft.put(appointment.parked());
            }
        }
        Questions.close(draft, Subject.contradictionOf(linked.id()), "unlinked");
        Questions.ask(
                draft,
                Kind.UNLINKED,
                new Questions.About(
                        Subject.identityOf(linked.id()),
                        Optional.of(linked.id()),
                        Optional.empty(),
                        Optional.empty()),
                PatientDecider.proposals(draft.state(), loose).stream()
                        .filter(candidate -> !candidate.patient().equals(patient.id()))
                        .toList());
        return draft.success("unlinked");
    }

    /** Shows the newest link that is left, and its address; without one, none. */
    private static Patient withoutLink(Draft draft, Patient patient, BookingPatientId id) {
        Patient left = DeletionDecider.withoutLink(draft.state(), patient, id);
        return left.bookingSystemId().isEmpty()
                ? left.withBooking(Optional.empty(), Optional.empty())
                : left;
    }

    static Decision restore(Draft draft, RestoreBookingPatient command) {
        draft.about(command.bookingPatient());
        Optional<BookingPatient> known = draft.state().bookingPatient(command.bookingPatient());
        if (known.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice knows no such booking patient.");
        }
        if (known.get().standing() != Standing.IGNORED) {
            return draft.success("unchanged");
        }
        draft.put(known.get().standing(Standing.UNKNOWN));
        return draft.success("restored");
    }

    private static Optional<Patient> patient(Draft draft, PatientId id) {
        return draft.state().patient(id).filter(Patient::isActive);
    }
}
