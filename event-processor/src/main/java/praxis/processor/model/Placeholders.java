package praxis.processor.model;

import praxis.processor.normalise.FoldedText;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells values that only stand for "not known"; they are never stored as facts nor used as
 * evidence.
 */
public final class Placeholders {
    private static final Set<String> NAMES =
            Set.of(
                    "unbekannt",
                    "unbekannte",
                    "unbekannter",
                    "unknown",
                    "anonym",
                    "anonymous",
                    "keineangabe",
                    "nn",
                    "xxx");
    // People are called Null, None, Na and Ka: only the spelling of forms and programs tells.
    private static final Pattern FORM_TEXT =
            Pattern.compile("null|none|undefined|[nN]/[aA]|[nN]\\.\\s*[aA]\\.|[kK]\\.\\s*[aA]\\.");
    private static final Set<LocalDate> BIRTH_DATES =
            Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1, 1, 1));
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(no[-_.]?reply|do[-_.]?not[-_.]?reply|unbekannt|unknown|keine)(\\+[^@]*)?@.*");
    private static final Pattern PHONE = Pattern.compile("[^1-9]*");

    private Placeholders() {}

    /** The fields without placeholders: as if these had not been sent. */
    public static PatientFields dropFrom(PatientFields fields) {
        return new PatientFields(
                drop(fields.email(), Placeholders::isEmail),
                drop(fields.firstName(), Placeholders::isName),
                drop(fields.lastName(), Placeholders::isName),
                drop(fields.phone(), phone -> PHONE.matcher(phone).matches()),
                drop(fields.dateOfBirth(), BIRTH_DATES::contains),
                fields.gender());
    }

    /** A patient's details without placeholders, which staff may have written, too. */
    public static PatientFields dropFrom(Patient.Details details) {
        return dropFrom(
                new PatientFields(
                        field(details.email()),
                        field(details.firstName()),
                        field(details.lastName()),
                        field(details.phone()),
                        field(details.dateOfBirth()),
                        Field.absent()));
    }

    private static <T> Field<T> field(Optional<T> value) {
        return value.map(Field::of).orElseGet(Field::absent);
    }

    public static boolean isEmail(String email) {
        return EMAIL.matcher(email.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isName(String name) {
        String folded = FoldedText.of(name);
        return folded.isEmpty()
                || NAMES.contains(folded)
                || FORM_TEXT.matcher(name.strip()).matches();
    }

    private static <T> Field<T> drop(Field<T> field, Predicate<T> isPlaceholder) {
        return field.toOptional().filter(isPlaceholder).isPresent() ? Field.absent() : field;
    }
}
