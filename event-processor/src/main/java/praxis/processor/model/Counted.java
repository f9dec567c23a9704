package praxis.processor.model;

import praxis.processor.normalise.PersonName;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Something of which a practice knows how many of its active patients have it: a name, say. */
public record Counted(String value) implements Comparable<Counted> {
    /** What every patient has, so that its count is the number of patients. */
    public static final Counted PATIENT = new Counted("*");

    public static Counted firstName(String word) {
        return new Counted("f=" + word);
    }

    public static Counted firstNameSounding(String sound) {
        return new Counted("f~" + sound);
    }

    public static Counted lastName(String word) {
        return new Counted("l=" + word);
    }

    public static Counted lastNameSounding(String sound) {
        return new Counted("l~" + sound);
    }

    /** The key of those who have it, where it is the sound of a name. */
    public Optional<MatchKey> key() {
        return value.indexOf('~') == 1 ? Optional.of(new MatchKey(value)) : Optional.empty();
    }

    /** What a patient counts for; nothing, once archived. */
    public static Set<Counted> of(Patient patient) {
        Set<Counted> counted = new LinkedHashSet<>();
        if (patient.isActive()) {
            counted.add(PATIENT);
            counted.addAll(of(Placeholders.dropFrom(patient.details())));
        }
        return counted;
    }

    /** The names in these facts, as they are counted. */
    public static Set<Counted> of(PatientFields facts) {
        Set<Counted> counted = new LinkedHashSet<>();
        facts.firstName()
                .toOptional()
                .map(PersonName::of)
                .ifPresent(
                        name -> {
                            name.countedWords().forEach(word -> counted.add(firstName(word)));
                            name.countedSounds()
                                    .forEach(sound -> counted.add(firstNameSounding(sound)));
                        });
        facts.lastName()
                .toOptional()
                .map(PersonName::of)
                .ifPresent(
                        name -> {
                            name.countedWords().forEach(word -> counted.add(lastName(word)));
                            name.countedSounds()
                                    .forEach(sound -> counted.add(lastNameSounding(sound)));
                        });
        return counted;
    }

    @Override
    public int compareTo(Counted other) {
        return value.compareTo(other.value);
    }

    /** Made of names. */
    @Override
    public String toString() {
        return "Counted[redacted]";
    }
}
