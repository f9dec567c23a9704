package praxis.processor.decide;

import praxis.processor.match.Likeness;
import praxis.processor.match.PatientMatcher;
import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.MatchKeys;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientField;
import praxis.processor.model.PatientId;
import praxis.processor.model.Placeholders;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.record.StableIds;

import java.util.List;
import java.util.Optional;

/** Decides what the tool's news of a patient does (SPEC 3.1). */
final class PatientDecider {
    private PatientDecider() {}

    /** {@code patient.created} and {@code patient.updated}: both say how the patient is now. */
    static Decision heard(Draft draft, BookingPatientId id, PatientFields fields) {
        BookingPatient known =
                draft.state().bookingPatient(id).orElseGet(() -> BookingPatient.unknown(id));
        if (known.standing() == Standing.IGNORED) {
            return draft.success("ignored");
        }
        PatientFields said = Placeholders.dropFrom(fields);
        Optional<Patient> linked = known.patient().flatMap(draft.state()::patient);
        if (!draft.isOrdered() && Order.of(draft.stamp(), known.stamp()) == Order.OLDER) {
            return stale(draft, known, linked, said);
        }
        BookingPatient heard =
                known.saying(said.over(known.facts()), Order.advance(known.stamp(), draft.stamp()));
        if (linked.isEmpty()) {
            return match(draft, heard);
        }
        Likeness likeness = Likeness.of(said, heard.facts().dateOfBirth(), linked.get());
        return isNewlyContradicted(draft, likeness, said, known.facts())
                ? contradicted(draft, heard.id(), linked.get(), likeness)
                : update(draft, heard, linked.get(), said, likeness);
    }

    /** An older event overwrites nothing, but what was never said may still be filled in. */
    private static Decision stale(
            Draft draft, BookingPatient known, Optional<Patient> linked, PatientFields said) {
        BookingPatient filled = known.saying(known.facts().over(said), known.stamp());
        if (filled.equals(known)) {
            return draft.stale();
        }
        if (linked.isPresent()) {
            Patient patient = linked.get();
            if (!Likeness.of(said, filled.facts().dateOfBirth(), patient).contradicts()) {
                draft.put(filled);
                draft.put(DetailMerge.fill(patient, unsaidOf(said, known.facts())));
            }
        } else if (known.standing() == Standing.IN_REVIEW) {
            // What was filled in may be what it takes to know who this is.
            draft.note(match(draft, filled).entry().outcome());
        } else {
            draft.put(filled);
        }
        return draft.stale();
    }

    private static PatientFields unsaidOf(PatientFields said, PatientFields known) {
        PatientFields none = PatientFields.none();
        return new PatientFields(
                known.email().isAbsent() ? said.email() : none.email(),
                known.firstName().isAbsent() ? said.firstName() : none.firstName(),
                known.lastName().isAbsent() ? said.lastName() : none.lastName(),
                known.phone().isAbsent() ? said.phone() : none.phone(),
                known.dateOfBirth().isAbsent() ? said.dateOfBirth() : none.dateOfBirth(),
                known.gender().isAbsent() ? said.gender() : none.gender());
    }

    /**
     * A person who made the link, or kept what we had, knew what the tool said by then: only what
     * it says anew can contradict.
     */
    private static boolean isNewlyContradicted(
            Draft draft, Likeness likeness, PatientFields said, PatientFields known) {
        return !draft.isOrdered()
                && likeness.contradicts()
                && likeness.differing().stream()
                        .anyMatch(name -> !field(said, name).equals(field(known, name)));
    }

    private static Field<?> field(PatientFields fields, String name) {
        return switch (name) {
            case "first_name" -> fields.firstName();
            case "last_name" -> fields.lastName();
            case "date_of_birth" -> fields.dateOfBirth();
            case "phone" -> fields.phone();
            case "email" -> fields.email();
            default -> Field.absent();
        };
    }

    /** Applies nothing. */
    private static Decision contradicted(
            Draft draft, BookingPatientId id, Patient patient, Likeness likeness) {
        Questions.ask(
                draft,
                Kind.LINK_CONTRADICTED,
                new Questions.About(
                        Subject.contradictionOf(id),
                        Optional.of(id),
                        Optional.empty(),
                        Optional.of(patient.id())),
                List.of(new Candidate(patient.id(), likeness.agreeing(), likeness.differing())));
        return draft.needsReview();
    }

    /** Once linked, never matched again. */
    private static Decision update(
            Draft draft,
            BookingPatient heard,
            Patient patient,
            PatientFields said,
            Likeness likeness) {
        draft.put(heard);
        if (draft.isOrdered()) {
            draft.put(DetailMerge.byStaff(told(patient, heard.id(), said), valuesOf(said)));
        } else {
            draft.put(told(patient, heard.id(), withoutDisputed(said, likeness)));
        }
        closeContradiction(draft, heard.id(), likeness);
        Questions.close(draft, Subject.outdated(heard.id()), "later_event");
        return draft.success("updated");
    }

    /** Settled only by an event that speaks of the same fields: silence is no agreement. */
    private static void closeContradiction(Draft draft, BookingPatientId id, Likeness likeness) {
        Subject subject = Subject.contradictionOf(id);
        boolean agrees =
                draft.openReview(subject).stream()
                        .flatMap(item -> item.candidates().stream())
                        .allMatch(asked -> likeness.agreeing().containsAll(asked.differs()));
        if (agrees) {
            Questions.close(draft, subject, "later_event_agrees");
        }
    }

    /** The patient shows the address of the newest link, as the tool has it now. */
    private static Patient told(Patient patient, BookingPatientId teller, PatientFields said) {
        Patient merged = DetailMerge.merge(patient, said);
        boolean newestLink = merged.bookingSystemId().filter(teller::equals).isPresent();
        return newestLink && !said.email().isAbsent()
                ? merged.withBooking(merged.bookingSystemId(), said.email().toOptional())
                : merged;
    }

    /** A person saw the contradiction and let it stand: what we have of it stays. */
    private static PatientFields withoutDisputed(PatientFields said, Likeness likeness) {
        List<String> disputed = likeness.differing();
        return new PatientFields(
                said.email(),
                disputed.contains("first_name") ? Field.absent() : said.firstName(),
                disputed.contains("last_name") ? Field.absent() : said.lastName(),
                said.phone(),
                disputed.contains("date_of_birth") ? Field.absent() : said.dateOfBirth(),
                said.gender());
    }

    /** An order takes what the tool knows; what it does not know is no order to forget. */
    private static PatientFields valuesOf(PatientFields said) {
        return new PatientFields(
                valueOf(said.email()),
                valueOf(said.firstName()),
                valueOf(said.lastName()),
                valueOf(said.phone()),
                valueOf(said.dateOfBirth()),
                valueOf(said.gender()));
    }

    private static <T> Field<T> valueOf(Field<T> field) {
        return field.toOptional().map(Field::of).orElseGet(Field::absent);
    }

    private static Decision match(Draft draft, BookingPatient heard) {
        return match(draft, heard, false);
    }

    private static Decision match(Draft draft, BookingPatient heard, boolean hasBooked) {
        boolean unlinkedByStaff =
                draft.openReview(Subject.identityOf(heard.id()))
                        .filter(item -> item.kind() == Kind.UNLINKED)
                        .isPresent();
        if (unlinkedByStaff) {
            return ask(draft, heard, Kind.UNLINKED, proposals(draft.state(), heard));
        }
        PatientMatcher.Match match = PatientMatcher.match(draft.state(), heard.id(), heard.facts());
        draft.explain(match.why());
        return switch (match) {
            case PatientMatcher.Match.Link(PatientId patient, _) ->
                    link(draft, heard, draft.state().patient(patient).orElseThrow(), "linked");
            case PatientMatcher.Match.Nobody _ ->
                    isTooLittle(draft, heard)
                            ? ask(draft, heard, Kind.UNKNOWN_PATIENT, List.of())
                            : welcome(draft, heard, hasBooked);
            case PatientMatcher.Match.Ask(Kind kind, List<Candidate> candidates, _) ->
                    ask(draft, heard, kind, candidates);
        };
    }

    /** Nobody resembles the newcomer: the practice chose what that leads to. */
    private static Decision welcome(Draft draft, BookingPatient heard, boolean hasBooked) {
        return switch (draft.state().settings().createPolicy()) {
            case ALWAYS -> link(draft, heard, newPatient(draft), "created");
            case ASK -> ask(draft, heard, Kind.UNKNOWN_PATIENT, List.of());
            case WITH_FIRST_APPOINTMENT ->
                    hasBooked || hasBookedBefore(draft, heard.id())
                            ? link(draft, heard, newPatient(draft), "created")
                            : expect(draft, heard);
        };
    }

    /** An appointment that came already may have been cancelled since; then it was asked about. */
    private static boolean hasBookedBefore(Draft draft, BookingPatientId id) {
        return draft.openReview(Subject.identityOf(id)).isPresent()
                || draft.state().allAppointmentsOf(id).stream()
                        .anyMatch(each -> each.status() != AppointmentStatus.CANCELLED);
    }

    private static Decision expect(Draft draft, BookingPatient heard) {
        draft.put(heard.standing(Standing.EXPECTED));
        return draft.success("expected");
    }

    /** Whoever was expected has booked: who is that among our patients by now? */
    static Optional<PatientId> booked(Draft draft, BookingPatient expected) {
        String outcome = match(draft, expected, true).entry().outcome();
        draft.note("patient_" + outcome);
        return draft.patient();
    }

    /**
     * A sparse update that overtook its "created" names nobody whom one could look for: a patient
     * made of it would be a duplicate as soon as the rest comes.
     */
    private static boolean isTooLittle(Draft draft, BookingPatient heard) {
        return draft.isOf(EventType.PATIENT_UPDATED) && !MatchKeys.identify(heard.facts());
    }

    /** Who is proposed where a person decides in any case. */
    static List<Candidate> proposals(BookingState state, BookingPatient heard) {
        return switch (PatientMatcher.match(state, heard.id(), heard.facts())) {
            case PatientMatcher.Match.Ask(var _, List<Candidate> candidates, var _) -> candidates;
            case PatientMatcher.Match.Link(PatientId likeliest, var why) ->
                    why.candidates().stream()
                            .filter(each -> each.patient().equals(likeliest))
                            .toList();
            case PatientMatcher.Match.Nobody _ -> List.of();
        };
    }

    static Decision ask(Draft draft, BookingPatient heard, Kind kind, List<Candidate> candidates) {
        draft.put(heard.standing(Standing.IN_REVIEW));
        Questions.close(draft, Subject.outdated(heard.id()), "later_event");
        Questions.ask(
                draft,
                kind,
                new Questions.About(
                        Subject.identityOf(heard.id()),
                        Optional.of(heard.id()),
                        Optional.empty(),
                        Optional.empty()),
                candidates);
        return draft.needsReview();
    }

    static Patient newPatient(Draft draft) {
        return new Patient(
                new PatientId(
                        StableIds.of(
                                "patient",
                                draft.state().practice().value(),
                                draft.received().eventId().toString())),
                new Patient.Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Gender.UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                draft.state().settings().defaultTherapistId(),
                Optional.empty(),
                PatientField.Set.NONE,
                PatientField.Set.NONE,
                Optional.empty(),
                draft.received().offset());
    }

    static Decision link(Draft draft, BookingPatient heard, Patient patient, String outcome) {
        draft.about(patient.id());
        draft.put(heard.linkedTo(patient.id()));
        // Where a person saw through a contradiction, what we know of the patient stays.
        boolean contradicts = Likeness.of(heard.facts(), patient).contradicts();
        draft.put(
                (contradicts
                                ? DetailMerge.fill(patient, heard.facts())
                                : DetailMerge.merge(patient, heard.facts()))
                        .withBooking(
                                Optional.of(heard.id()),
                                heard.facts().email().toOptional().or(patient::bookingEmail)));
        for (Appointment parked : draft.state().allAppointmentsOf(heard.id())) {
            if (parked.patient().isEmpty()) {
                draft.add(new Effect.PutAppointment(parked.belongingTo(patient.id())));
            }
        }
        Questions.close(draft, Subject.identityOf(heard.id()), outcome);
        Questions.close(draft, Subject.outdated(heard.id()), "later_event");
        return draft.success(outcome);
    }
}
