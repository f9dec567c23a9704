package praxis.processor.model;

import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tells under which keys candidates can be looked for while a run of events is folded, before it is
 * known which of the events will be applied, and how.
 */
public final class PossibleKeys {
    private PossibleKeys() {}

    /**
     * The keys of all facts that {@code stored} can become.
     *
     * @param events what the run's events say of this booking patient, in order
     */
    public static Set<MatchKey> of(PatientFields stored, List<PatientFields> events) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        List<PatientFields> said = events.stream().map(Placeholders::dropFrom).toList();
        // Each kind of key by itself: that an address can go with any of several names makes more
        // combinations, and no more keys.
        Stream.<UnaryOperator<PatientFields>>of(
                        PossibleKeys::addressIn, PossibleKeys::phoneIn, PossibleKeys::personIn)
                .flatMap(part -> combined(stored, said, part))
                .forEach(facts -> keys.addAll(MatchKeys.of(facts)));
        return keys;
    }

    /** The names whose counts a match may ask for. */
    public static Set<Counted> counted(PatientFields stored, List<PatientFields> events) {
        Set<Counted> counted = new LinkedHashSet<>(Counted.of(stored));
        counted.add(Counted.PATIENT);
        // Each name by itself: however events are laid over each other, no new names arise.
        events.forEach(event -> counted.addAll(Counted.of(Placeholders.dropFrom(event))));
        return counted;
    }

    /**
     * A duplicate leaves the facts alone, a newer event goes over them, and a stale one under them,
     * since it may still fill what was never set.
     */
    private static Stream<PatientFields> combined(
            PatientFields stored, List<PatientFields> said, UnaryOperator<PatientFields> part) {
        Set<PatientFields> possible = new LinkedHashSet<>();
        possible.add(part.apply(stored));
        for (PatientFields event : said) {
            PatientFields more = part.apply(event);
            for (PatientFields facts : List.copyOf(possible)) {
                possible.add(more.over(facts));
                possible.add(facts.over(more));
            }
        }
        return possible.stream();
    }

    private static PatientFields addressIn(PatientFields fields) {
        return new PatientFields(
                fields.email(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent());
    }

    private static PatientFields phoneIn(PatientFields fields) {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.absent(),
                fields.phone(),
                Field.absent(),
                Field.absent());
    }

    private static PatientFields personIn(PatientFields fields) {
        return new PatientFields(
                Field.absent(),
                fields.firstName(),
                fields.lastName(),
                Field.absent(),
                fields.dateOfBirth(),
                Field.absent());
    }
}
