package praxis.processor.match;

import org.apache.commons.text.similarity.LevenshteinDistance;

import praxis.processor.model.Patient;
import praxis.processor.normalise.EmailAddress;
import praxis.processor.normalise.FoldedText;
import praxis.processor.normalise.PhoneNumber;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a newcomer compares with a patient, field by field, as strictly as a link without asking
 * takes it.
 *
 * @param birth of the birth dates
 * @param phone of the phone numbers, as E.164
 */
public record Likeness(
        boolean sameEmail,
        Agreement firstName,
        Agreement lastName,
        Agreement birth,
        Agreement phone) {
    // In a shorter name one letter makes another name: Tim and Tom may be twins.
    private static final int SHORTEST_NAME_WITH_TYPO = 6;
    private static final LevenshteinDistance TYPO = new LevenshteinDistance(1);

    public enum Agreement {
        SAME,
        /** One small typo apart, beside an equal birth date. */
        TYPO,
        DIFFERENT,
        /** Unknown on one side. */
        HALF_KNOWN,
        UNKNOWN
    }

    public static Likeness of(PatientFields newcomer, Patient patient) {
        return of(newcomer, newcomer.dateOfBirth(), patient);
    }

    /**
     * The same where what is said now is less than what is known.
     *
     * @param birthDate the newcomer's as far as it is known, to judge typos by; {@code newcomer}
     *     itself may not speak of it
     */
    public static Likeness of(PatientFields newcomer, Field<LocalDate> birthDate, Patient patient) {
        Patient.Details known = patient.details();
        boolean sameBirth = births(birthDate.toOptional(), known.dateOfBirth()) == Agreement.SAME;
        return new Likeness(
                sameEmail(newcomer.email().toOptional(), known.email())
                        || sameEmail(newcomer.email().toOptional(), patient.bookingEmail()),
                names(newcomer.firstName().toOptional(), known.firstName(), sameBirth),
                names(newcomer.lastName().toOptional(), known.lastName(), sameBirth),
                births(newcomer.dateOfBirth().toOptional(), known.dateOfBirth()),
                phones(newcomer.phone().toOptional(), known.phone()));
    }

    boolean namesAgree() {
        return agrees(firstName) && agrees(lastName);
    }

    private static boolean agrees(Agreement name) {
        return name == Agreement.SAME || name == Agreement.TYPO;
    }

    boolean birthAgreesOrPhoneStandsIn() {
        return birth == Agreement.SAME
                || (birth == Agreement.HALF_KNOWN && phone == Agreement.SAME);
    }

    /** Whether a name or the birth date says that these are two people. */
    public boolean contradicts() {
        return birth == Agreement.DIFFERENT
                || firstName == Agreement.DIFFERENT
                || lastName == Agreement.DIFFERENT;
    }

    /** All that there is beside the e-mail address, without any typo. */
    boolean isEqualBesidesEmail() {
        return firstName == Agreement.SAME
                && lastName == Agreement.SAME
                && birth == Agreement.SAME
                && phone == Agreement.SAME;
    }

    boolean isStrong() {
        return namesAgree() && birthAgreesOrPhoneStandsIn();
    }

    public List<String> agreeing() {
        return fieldsWith(Likeness::agrees, sameEmail);
    }

    public List<String> differing() {
        return fieldsWith(Agreement.DIFFERENT::equals, false);
    }

    private List<String> fieldsWith(Predicate<Agreement> wanted, boolean email) {
        List<String> fields = new ArrayList<>();
        if (email) {
            fields.add("email");
        }
        addIf(fields, "first_name", wanted.test(firstName));
        addIf(fields, "last_name", wanted.test(lastName));
        addIf(fields, "date_of_birth", wanted.test(birth));
        addIf(fields, "phone", wanted.test(phone));
        return List.copyOf(fields);
    }

    private static void addIf(List<String> fields, String name, boolean member) {
        if (member) {
            fields.add(name);
        }
    }

    private static boolean sameEmail(Optional<String> one, Optional<String> other) {
        return one.isPresent()
                && one.map(EmailAddress::normalized).equals(other.map(EmailAddress::normalized));
    }

    /** A small typo counts as agreement only together with an equal birth date. */
    private static Agreement names(
            Optional<String> one, Optional<String> other, boolean sameBirth) {
        if (one.isEmpty() || other.isEmpty()) {
            return missing(one, other);
        }
        String left = FoldedText.of(one.get());
        String right = FoldedText.of(other.get());
        if (left.equals(right)) {
            return Agreement.SAME;
        }
        return sameBirth && isSmallTypo(left, right) ? Agreement.TYPO : Agreement.DIFFERENT;
    }

    private static boolean isSmallTypo(String left, String right) {
        return Math.min(left.length(), right.length()) >= SHORTEST_NAME_WITH_TYPO
                && TYPO.apply(left, right) != -1;
    }

    private static Agreement births(Optional<LocalDate> one, Optional<LocalDate> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return missing(one, other);
        }
        return one.equals(other) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private static Agreement phones(Optional<String> one, Optional<String> other) {
        Optional<String> left = one.flatMap(PhoneNumber::e164);
        Optional<String> right = other.flatMap(PhoneNumber::e164);
        if (left.isEmpty() || right.isEmpty()) {
            return missing(left, right);
        }
        return left.equals(right) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private static Agreement missing(Optional<?> one, Optional<?> other) {
        return one.isEmpty() && other.isEmpty() ? Agreement.UNKNOWN : Agreement.HALF_KNOWN;
    }
}
