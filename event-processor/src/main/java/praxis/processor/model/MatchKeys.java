package praxis.processor.model;

import praxis.processor.normalise.EmailAddress;
import praxis.processor.normalise.PersonName;
import praxis.processor.normalise.PhoneNumber;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the keys under which candidates are found. Each field is left out by one of them, so that
 * an error in any one field hides nobody: e-mail; phone; how both names sound; the birth date. A
 * name that only a few have finds them by itself.
 */
public final class MatchKeys {
    private MatchKeys() {}

    /** The keys that a patient bears. */
    public static Set<MatchKey> of(Patient patient) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        if (!patient.isActive()) {
            return keys;
        }
        PatientFields details = Placeholders.dropFrom(patient.details());
        keys.addAll(of(details));
        Counted.of(details).forEach(name -> name.key().ifPresent(keys::add));
        patient.bookingEmail()
                .filter(email -> !Placeholders.isEmail(email))
                .map(MatchKeys::ofEmail)
                .ifPresent(keys::add);
        return keys;
    }

    /** All keys under which those who resemble a newcomer may stand, but for lone names. */
    public static Set<MatchKey> of(PatientFields facts) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        for (KeyLadder ladder : laddersOf(facts)) {
            keys.add(ladder.key());
            keys.addAll(ladder.finer());
        }
        return keys;
    }

    /** The ways to look for a newcomer, the surest first. */
    public static List<KeyLadder> laddersOf(PatientFields facts) {
        List<KeyLadder> ladders = new ArrayList<>();
        facts.email()
                .toOptional()
                .map(MatchKeys::ofEmail)
                .ifPresent(key -> ladders.add(lone(KeyLadder.Kind.EMAIL, key)));
        facts.phone()
                .toOptional()
                .flatMap(PhoneNumber::e164)
                .map(number -> new MatchKey("phone:" + number))
                .ifPresent(key -> ladders.add(lone(KeyLadder.Kind.PHONE, key)));
        List<String> first = soundsOf(facts.firstName().toOptional());
        List<String> last = soundsOf(facts.lastName().toOptional());
        Optional<LocalDate> born = facts.dateOfBirth().toOptional();
        pairs(first, last).stream().map(pair -> ofNames(pair, born)).forEach(ladders::add);
        born.map(date -> ofBirth(date, first, last)).ifPresent(ladders::add);
        return ladders;
    }

    /** Whether these facts name somebody, as far as one can be sure of it. */
    public static boolean identify(PatientFields facts) {
        return facts.email().toOptional().isPresent()
                || (facts.dateOfBirth().toOptional().isPresent()
                        && !soundsOf(facts.firstName().toOptional()).isEmpty()
                        && !soundsOf(facts.lastName().toOptional()).isEmpty());
    }

    private static KeyLadder lone(KeyLadder.Kind kind, MatchKey key) {
        return new KeyLadder(kind, key, List.of());
    }

    private static MatchKey ofEmail(String email) {
        return new MatchKey("email:" + EmailAddress.normalized(email));
    }

    private static List<String> soundsOf(Optional<String> name) {
        return name.map(PersonName::of).map(PersonName::countedSounds).orElseGet(List::of);
    }

    /** In alphabetical order: first and last name are often written in each other's place. */
    private static Set<String> pairs(List<String> first, List<String> last) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String one : first) {
            for (String other : last) {
                pairs.add(one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one);
            }
        }
        return pairs;
    }

    /** The finer ones leave out the year, or the day with the month: one of them may be wrong. */
    private static KeyLadder ofNames(String pair, Optional<LocalDate> born) {
        String key = "names:" + pair;
        return new KeyLadder(
                KeyLadder.Kind.NAMES,
                new MatchKey(key),
                born.map(
                                date ->
                                        List.of(
                                                new MatchKey(key + "|" + date.getYear()),
                                                new MatchKey(key + "|" + dayOfYear(date))))
                        .orElseGet(List::of));
    }

    private static String dayOfYear(LocalDate date) {
        return date.getMonthValue() + "-" + date.getDayOfMonth();
    }

    private static KeyLadder ofBirth(LocalDate date, List<String> first, List<String> last) {
        String key = "born:" + date;
        Set<String> sounds = new LinkedHashSet<>(first);
        sounds.addAll(last);
        return new KeyLadder(
                KeyLadder.Kind.BIRTH_DATE,
                new MatchKey(key),
                sounds.stream().map(sound -> new MatchKey(key + "|" + sound)).toList());
    }
}
