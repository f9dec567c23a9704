package praxis.processor.match;

import praxis.processor.model.BookingState;
import praxis.processor.model.Counted;
import praxis.processor.model.Explanation;
import praxis.processor.model.KeyLadder;
import praxis.processor.model.MatchKeys;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.util.List;
import java.util.Optional;

/** Finds out which patient a booking patient is, where that is beyond doubt (SPEC 4). */
public final class PatientMatcher {
    private static final int MOST_EXPLAINED = 3;
    private static final BookingPatientId NOBODY_YET = new BookingPatientId("");

    private final BookingState state;
    private final BookingPatientId newcomer;
    private final PatientFields facts;
    private final List<KeyLadder> ladders;

    private PatientMatcher(BookingState state, BookingPatientId newcomer, PatientFields facts) {
        this.state = state;
        this.newcomer = newcomer;
        this.facts = facts;
        this.ladders = MatchKeys.laddersOf(facts);
    }

    /** How a search for a newcomer ends. */
    public sealed interface Match {
        record Link(PatientId patient, Explanation why) implements Match {}

        record Ask(Kind kind, List<Candidate> candidates, Explanation why) implements Match {}

        /** Nobody resembles the newcomer. */
        record Nobody(Explanation why) implements Match {}

        Explanation why();
    }

    public static Match match(BookingState state, BookingPatientId newcomer, PatientFields facts) {
        return new PatientMatcher(state, newcomer, facts).match();
    }

    /** How a newcomer compares with one patient, found by a key or not. */
    public static Candidate compare(BookingState state, PatientFields facts, Patient patient) {
        PatientMatcher matcher = new PatientMatcher(state, NOBODY_YET, facts);
        Person person = Person.of(facts);
        return matcher.resembling(patient, matcher.weighing(person)).toCandidate();
    }

    /** Whether the newcomer's keys lead to the patient. */
    public static boolean isFoundBy(BookingState state, PatientFields facts, PatientId patient) {
        return Search.in(state, MatchKeys.laddersOf(facts), facts).found().contains(patient);
    }

    private Match match() {
        Search search = Search.in(state, ladders, facts);
        List<Resembling> active = compared(search);
        List<Resembling> candidates =
                active.stream().filter(each -> !state.isKeptApart(newcomer, each.id())).toList();
        Explanation why = explanation(search, candidates);
        Optional<PatientId> link =
                AutomaticLink.find(state.settings(), facts, isComplete(search), active, candidates);
        if (link.isPresent()) {
            return new Match.Link(link.get(), why);
        }
        List<Resembling> doubtful = candidates.stream().filter(Resembling::mustBeAsked).toList();
        if (doubtful.isEmpty() && !search.capped()) {
            return new Match.Nobody(why);
        }
        // Too many to look at each: never a new patient because of that.
        Kind kind = search.capped() ? Kind.AMBIGUOUS : Doubt.about(doubtful);
        return new Match.Ask(kind, shown(doubtful, Rules.MOST_SHOWN), why);
    }

    private static boolean isComplete(Search search) {
        return !search.hot().contains(KeyLadder.Kind.EMAIL.wireName());
    }

    private List<Resembling> compared(Search search) {
        Weighing weighing = weighing(Person.of(facts));
        return search.found().stream()
                .map(state::patient)
                .flatMap(Optional::stream)
                .filter(Patient::isActive)
                .map(patient -> resembling(patient, weighing))
                .sorted(Resembling.LIKELIEST_FIRST)
                .toList();
    }

    private Weighing weighing(Person person) {
        return new Weighing(
                state, person, bearers(KeyLadder.Kind.EMAIL), bearers(KeyLadder.Kind.PHONE));
    }

    /** As far as it is known to be exact. */
    private int bearers(KeyLadder.Kind kind) {
        return ladders.stream()
                .filter(ladder -> ladder.kind() == kind)
                .mapToInt(ladder -> state.patientsWith(ladder.key()).size())
                .map(bearers -> Math.min(bearers, BookingState.MAXIMUM_CANDIDATES + 1))
                .sum();
    }

    private Resembling resembling(Patient patient, Weighing weighing) {
        Evidence evidence = Evidence.of(weighing.newcomer(), Person.of(patient));
        return new Resembling(
                patient,
                Likeness.of(facts, patient),
                evidence,
                Score.of(evidence, weighing),
                state.linksOf(patient.id()).stream().anyMatch(link -> !link.equals(newcomer)));
    }

    private Explanation explanation(Search search, List<Resembling> candidates) {
        return new Explanation(
                state.countOf(Counted.PATIENT),
                search.found().size(),
                search.hot(),
                Rules.ASK_FROM,
                Rules.LIKELY_FROM,
                shown(candidates, MOST_EXPLAINED));
    }

    private static List<Candidate> shown(List<Resembling> ranked, int most) {
        return ranked.stream().limit(most).map(Resembling::toCandidate).toList();
    }
}
