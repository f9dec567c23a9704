package praxis.processor.model;

import praxis.schemas.event.BookingEvent.PatientFields;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Normalises what identifies a person, and makes the keys under which candidates are found: the
 * e-mail address, and both names with the birth date.
 */
public final class MatchKeys {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private MatchKeys() {}

    /** The keys that a patient bears. */
    public static Set<MatchKey> of(Patient patient) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        if (!patient.isActive()) {
            return keys;
        }
        Patient.Details details = patient.details();
        details.email().flatMap(MatchKeys::ofEmail).ifPresent(keys::add);
        patient.bookingEmail().flatMap(MatchKeys::ofEmail).ifPresent(keys::add);
        ofPerson(details.firstName(), details.lastName(), details.dateOfBirth())
                .ifPresent(keys::add);
        return keys;
    }

    /** The keys under which those who resemble a newcomer stand. */
    public static Set<MatchKey> of(PatientFields facts) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        facts.email().toOptional().flatMap(MatchKeys::ofEmail).ifPresent(keys::add);
        ofPerson(
                        facts.firstName().toOptional(),
                        facts.lastName().toOptional(),
                        facts.dateOfBirth().toOptional())
                .ifPresent(keys::add);
        return keys;
    }

    private static Optional<MatchKey> ofEmail(String email) {
        return Optional.of(new MatchKey("email:" + normalizedEmail(email)));
    }

    private static Optional<MatchKey> ofPerson(
            Optional<String> firstName, Optional<String> lastName, Optional<LocalDate> birth) {
        if (firstName.isEmpty() || lastName.isEmpty() || birth.isEmpty()) {
            return Optional.empty();
        }
        String first = foldedName(firstName.get());
        String last = foldedName(lastName.get());
        return first.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : Optional.of(new MatchKey("person:" + last + "|" + first + "|" + birth.get()));
    }

    public static String normalizedEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Lower case, ä as ae, ß as ss, other accents dropped, only letters and digits left. */
    public static String foldedName(String name) {
        return name.chars().allMatch(MatchKeys::isPlain)
                ? name.toLowerCase(Locale.ROOT)
                : folded(name);
    }

    /** Most names: nothing about them has to be folded but their case. */
    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private static String folded(String name) {
        String lower =
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss");
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTERS.matcher(plain).replaceAll("");
    }
}
