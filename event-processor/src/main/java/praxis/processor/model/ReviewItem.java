package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a person has to decide.
 *
 * @param subject what it is about; at most one open item for each
 * @param patient ours, where the item is about a patient that exists
 * @param candidates ranked, the likeliest first
 * @param dueAt from when it is listed as waiting
 * @param postponedUntil when it is listed again
 * @param closed when and why; empty while open
 * @param eventId the newest event that speaks for it
 * @param proposal what was asked about instead of applied
 */
public record ReviewItem(
        UUID id,
        Kind kind,
        Subject subject,
        Optional<BookingPatientId> bookingPatient,
        Optional<BookingAppointmentId> bookingAppointment,
        Optional<PatientId> patient,
        List<Candidate> candidates,
        Instant openedAt,
        Instant dueAt,
        Optional<Instant> postponedUntil,
        Optional<Closing> closed,
        UUID eventId,
        Optional<Proposal> proposal) {

    /** Why a person is asked (SPEC 4). */
    public enum Kind {
        EMAIL_MISMATCH,
        EMAIL_MISSING,
        EMAIL_ONLY,
        EMAIL_SHARED,
        ALREADY_LINKED,
        AMBIGUOUS,
        UNKNOWN_PATIENT,
        UNLINKED,
        LINK_CONTRADICTED,
        APPOINTMENT_MOVED,
        POSSIBLY_OUTDATED,
        REVIVED_APPOINTMENT;

        /** Whether it is asked which patient a booking patient is. */
        public boolean asksWho() {
            return switch (this) {
                case EMAIL_MISMATCH,
                        EMAIL_MISSING,
                        EMAIL_ONLY,
                        EMAIL_SHARED,
                        ALREADY_LINKED,
                        AMBIGUOUS,
                        UNKNOWN_PATIENT,
                        UNLINKED ->
                        true;
                case LINK_CONTRADICTED, APPOINTMENT_MOVED, POSSIBLY_OUTDATED, REVIVED_APPOINTMENT ->
                        false;
            };
        }
    }

    /** What an item is about, as the text by which an open item is found. */
    public record Subject(String key) {
        /** Who a booking patient is: all the kinds that a match can end in share it. */
        public static Subject identityOf(BookingPatientId id) {
            return new Subject("identity:" + id.value());
        }

        public static Subject contradictionOf(BookingPatientId id) {
            return new Subject("contradiction:" + id.value());
        }

        public static Subject outdated(BookingPatientId id) {
            return new Subject("outdated-patient:" + id.value());
        }

        public static Subject outdated(BookingAppointmentId id) {
            return new Subject("outdated-appointment:" + id.value());
        }

        public static Subject revivalOf(BookingAppointmentId id) {
            return new Subject("revival:" + id.value());
        }

        public static Subject moveOf(BookingAppointmentId id) {
            return new Subject("move:" + id.value());
        }
    }

    /**
     * A patient that it might be.
     *
     * @param score how probable it is that this is the one, 0 to 1; empty where the question is
     *     another one
     * @param agrees names of the fields that agree
     * @param differs names of the fields that contradict
     * @param fields what each field says, where it was weighed
     */
    public record Candidate(
            PatientId patient,
            Optional<Double> score,
            List<String> agrees,
            List<String> differs,
            List<Comparison> fields) {
        public Candidate(PatientId patient, List<String> agrees, List<String> differs) {
            this(patient, Optional.empty(), agrees, differs, List.of());
        }

        /** Scores move with every patient that comes; what agrees and what does not stays. */
        private boolean saysTheSameAs(Candidate other) {
            return patient.equals(other.patient)
                    && agrees.equals(other.agrees)
                    && differs.equals(other.differs);
        }
    }

    /**
     * What a field says for or against two being one person.
     *
     * @param weight how many times the odds are doubled by it; below zero, halved
     */
    public record Comparison(String field, Agreement level, double weight) {
        public Comparison {
            // Minus nothing is nothing: kept as JSON and read again, the sign would be gone.
            weight += 0.0;
        }
    }

    /**
     * The end of an item.
     *
     * @param settled who decided what; empty where a later event made the question go away
     */
    public record Closing(Instant at, String because, Optional<Settled> settled) {}

    /**
     * What a person decided.
     *
     * @param patient whom the booking patient was given to
     * @param reason in their own words
     */
    public record Settled(
            String by, String decision, Optional<PatientId> patient, Optional<String> reason) {
        @Override
        public String toString() {
            return "Settled[" + decision + " by " + by + "]";
        }
    }

    /**
     * A delivery that was not applied.
     *
     * @param body as it was sent
     * @param identityKey of the event that it delivers
     */
    public record Proposal(String body, Instant receivedAt, String identityKey) {
        @Override
        public String toString() {
            return "Proposal[redacted]";
        }
    }

    public boolean isOpen() {
        return closed.isEmpty();
    }

    /** Closed by what happened since. */
    public ReviewItem closedBecause(Instant at, String because) {
        return closed(new Closing(at, because, Optional.empty()));
    }

    /** Closed by a person. */
    public ReviewItem settled(Instant at, Settled settled) {
        return closed(new Closing(at, "decided", Optional.of(settled)));
    }

    private ReviewItem closed(Closing closing) {
        return new ReviewItem(
                id,
                kind,
                subject,
                bookingPatient,
                bookingAppointment,
                patient,
                candidates,
                openedAt,
                dueAt,
                Optional.empty(),
                Optional.of(closing),
                eventId,
                proposal);
    }

    public ReviewItem postponed(Instant until) {
        return new ReviewItem(
                id,
                kind,
                subject,
                bookingPatient,
                bookingAppointment,
                patient,
                candidates,
                openedAt,
                dueAt,
                Optional.of(until),
                closed,
                eventId,
                proposal);
    }

    /** The same question, asked afresh by a later event: id and opening time stay. */
    public ReviewItem askedAgainAs(
            Kind newKind,
            List<Candidate> newCandidates,
            Instant newDueAt,
            UUID newEventId,
            Optional<Proposal> newProposal) {
        boolean sameQuestion = newKind == kind && sayTheSame(newCandidates, candidates);
        return new ReviewItem(
                id,
                newKind,
                subject,
                bookingPatient,
                bookingAppointment,
                patient,
                newCandidates,
                openedAt,
                newDueAt,
                sameQuestion ? postponedUntil : Optional.empty(),
                closed,
                newEventId,
                newProposal);
    }

    /** Whether both ask the same; which event asked does not count. */
    public boolean saysTheSameAs(ReviewItem other) {
        return kind == other.kind
                && subject.equals(other.subject)
                && sayTheSame(candidates, other.candidates)
                && isOpen() == other.isOpen();
    }

    private static boolean sayTheSame(List<Candidate> these, List<Candidate> those) {
        return these.size() == those.size()
                && these.stream()
                        .allMatch(
                                one -> those.stream().anyMatch(other -> one.saysTheSameAs(other)));
    }
}
