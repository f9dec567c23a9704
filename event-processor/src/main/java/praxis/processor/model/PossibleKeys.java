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
        Stream.concat(
                        combined(stored, said, PossibleKeys::addressIn),
                        combined(stored, said, PossibleKeys::personIn))
                .forEach(facts -> keys.addAll(MatchKeys.of(facts)));
        return keys;
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
