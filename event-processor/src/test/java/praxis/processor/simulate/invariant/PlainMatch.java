package praxis.processor.simulate.invariant;

import praxis.processor.model.Patient;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** SPEC 4 read once more, as plainly as it can be put, for names without anything rare in them. */
final class PlainMatch {
    private static final int SHORTEST_NAME_WITH_TYPO = 6;

    private PlainMatch() {}

    static String address(Optional<String> email) {
        return email.map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    static boolean uses(Patient patient, String address) {
        return !address.isEmpty()
                && patient.archivedAt().isEmpty()
                && (address(patient.details().email()).equals(address)
                        || address(patient.bookingEmail()).equals(address));
    }

    static boolean isSamePerson(PatientFields newcomer, Patient.Details known) {
        Optional<LocalDate> one = newcomer.dateOfBirth().toOptional();
        Optional<LocalDate> other = known.dateOfBirth();
        boolean sameBirth = one.isPresent() && one.equals(other);
        boolean samePhone =
                newcomer.phone().toOptional().isPresent()
                        && known.phone().isPresent()
                        && digits(newcomer.phone().toOptional().get())
                                .equals(digits(known.phone().get()));
        boolean births = sameBirth || (one.isPresent() != other.isPresent() && samePhone);
        return births
                && sameName(newcomer.firstName().toOptional(), known.firstName(), sameBirth)
                && sameName(newcomer.lastName().toOptional(), known.lastName(), sameBirth);
    }

    private static boolean sameName(
            Optional<String> one, Optional<String> other, boolean sameBirth) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        String left = letters(one.get());
        String right = letters(other.get());
        boolean longEnough = Math.min(left.length(), right.length()) >= SHORTEST_NAME_WITH_TYPO;
        return left.equals(right) || (sameBirth && longEnough && isOneEditApart(left, right));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z]", "");
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "").replaceFirst("^49", "").replaceFirst("^0+", "");
    }

    private static boolean isOneEditApart(String left, String right) {
        int same = 0;
        while (same < Math.min(left.length(), right.length())
                && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        String one = left.substring(same);
        String other = right.substring(same);
        return rest(one, 1).equals(rest(other, 1))
                || one.equals(rest(other, 1))
                || rest(one, 1).equals(other);
    }

    private static String rest(String text, int from) {
        return text.length() < from ? "" : text.substring(from);
    }
}
