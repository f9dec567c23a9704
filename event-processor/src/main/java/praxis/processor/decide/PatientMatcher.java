package praxis.processor.decide;

import praxis.processor.model.BookingState;
import praxis.processor.model.MatchKey;
import praxis.processor.model.MatchKeys;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out which patient a booking patient is, where that is beyond doubt (SPEC 4). */
final class PatientMatcher {
    private PatientMatcher() {}

    /** How a search for a newcomer ends. */
    sealed interface Match {
        record Link(PatientId patient) implements Match {}

        record Ask(Kind kind, List<Candidate> candidates) implements Match {}

        /** Nobody resembles the newcomer. */
        record Nobody() implements Match {}
    }

    private record Resembling(Patient patient, Likeness likeness, boolean linkedElsewhere) {}

    static Match match(BookingState state, BookingPatientId newcomer, PatientFields facts) {
        NavigableSet<PatientId> found = new TreeSet<>();
        for (MatchKey key : MatchKeys.of(facts)) {
            NavigableSet<PatientId> bearers = state.patientsWith(key);
            if (bearers.size() > BookingState.MAXIMUM_CANDIDATES) {
                // Too many to look at each: never a new patient because of that.
                return new Match.Ask(Kind.AMBIGUOUS, List.of());
            }
            found.addAll(bearers);
        }
        List<Resembling> active =
                found.stream()
                        .map(state::patient)
                        .flatMap(Optional::stream)
                        .filter(Patient::isActive)
                        .map(patient -> resembling(state, newcomer, facts, patient))
                        .toList();
        List<Resembling> candidates =
                active.stream()
                        .filter(each -> !state.isKeptApart(newcomer, each.patient().id()))
                        .toList();
        return automaticLink(active, candidates)
                .<Match>map(Match.Link::new)
                .orElseGet(() -> candidates.isEmpty() ? new Match.Nobody() : ask(candidates));
    }

    private static Resembling resembling(
            BookingState state, BookingPatientId newcomer, PatientFields facts, Patient patient) {
        boolean linkedElsewhere =
                state.linksOf(patient.id()).stream().anyMatch(link -> !link.equals(newcomer));
        return new Resembling(patient, Likeness.of(facts, patient), linkedElsewhere);
    }

    /** All of it must hold; whoever shares the mailbox, even kept apart, makes it doubtful. */
    private static Optional<PatientId> automaticLink(
            List<Resembling> active, List<Resembling> candidates) {
        List<Resembling> ofMailbox =
                active.stream().filter(each -> each.likeness().sameEmail()).toList();
        if (ofMailbox.size() != 1 || !candidates.contains(ofMailbox.getFirst())) {
            return Optional.empty();
        }
        Resembling only = ofMailbox.getFirst();
        return only.likeness().namesAgree()
                        && only.likeness().birthAgreesOrPhoneStandsIn()
                        && !only.linkedElsewhere()
                ? Optional.of(only.patient().id())
                : Optional.empty();
    }

    private static Match ask(List<Resembling> candidates) {
        List<Resembling> plausible =
                candidates.stream().filter(each -> !each.likeness().contradicts()).toList();
        Kind kind =
                switch (plausible.size()) {
                    case 0 -> Kind.EMAIL_SHARED;
                    case 1 -> kindFor(plausible.getFirst(), candidates);
                    default -> Kind.AMBIGUOUS;
                };
        return new Match.Ask(kind, ranked(candidates));
    }

    private static Kind kindFor(Resembling likeliest, List<Resembling> candidates) {
        Likeness likeness = likeliest.likeness();
        if (likeliest.linkedElsewhere() && likeness.isStrong()) {
            return Kind.ALREADY_LINKED;
        }
        if (likeness.sameEmail()) {
            boolean mailboxOfOthers =
                    candidates.stream()
                            .anyMatch(
                                    each -> !each.equals(likeliest) && each.likeness().sameEmail());
            return mailboxOfOthers ? Kind.EMAIL_SHARED : Kind.EMAIL_ONLY;
        }
        boolean noEmail =
                likeliest.patient().details().email().isEmpty()
                        && likeliest.patient().bookingEmail().isEmpty();
        return noEmail ? Kind.EMAIL_MISSING : Kind.EMAIL_MISMATCH;
    }

    private static List<Candidate> ranked(List<Resembling> candidates) {
        List<Resembling> ranked = new ArrayList<>(candidates);
        ranked.sort(
                Comparator.comparing((Resembling each) -> each.likeness().contradicts())
                        .thenComparingInt(each -> -each.likeness().agreeing().size())
                        .thenComparing(each -> each.patient().id()));
        return ranked.stream()
                .map(
                        each ->
                                new Candidate(
                                        each.patient().id(),
                                        each.likeness().agreeing(),
                                        each.likeness().differing()))
                .toList();
    }
}
