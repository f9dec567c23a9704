package praxis.sandbox.population;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What fingers and ears do to names and dates. Empty where there is nothing to get wrong. */
final class Slips {
    private static final int SHORTEST_TO_CUT = 4;
    private static final int ATTEMPTS = 20;
    private static final LocalDate LAST_BIRTH = LocalDate.of(2025, 12, 31);

    /** Where in a date as text a digit is often wrong: decade, year, month, day. */
    private static final List<Integer> DIGITS = List.of(2, 3, 3, 6, 8, 9, 9);

    private static final Map<Character, String> NEIGHBOURS =
            Map.ofEntries(
                    Map.entry('a', "sq"),
                    Map.entry('b', "vn"),
                    Map.entry('c', "xv"),
                    Map.entry('d', "sf"),
                    Map.entry('e', "wr"),
                    Map.entry('f', "dg"),
                    Map.entry('g', "fh"),
                    Map.entry('h', "gj"),
                    Map.entry('i', "uo"),
                    Map.entry('j', "hk"),
                    Map.entry('k', "jl"),
                    Map.entry('l', "kö"),
                    Map.entry('m', "n"),
                    Map.entry('n', "mb"),
                    Map.entry('o', "ip"),
                    Map.entry('p', "oü"),
                    Map.entry('r', "et"),
                    Map.entry('s', "ad"),
                    Map.entry('t', "rz"),
                    Map.entry('u', "zi"),
                    Map.entry('v', "cb"),
                    Map.entry('w', "eq"),
                    Map.entry('y', "x"),
                    Map.entry('z', "tu"));

    /** Sound alike in German. */
    private static final List<List<String>> SOUNDS =
            List.of(
                    List.of("ei", "ai"),
                    List.of("ei", "ey"),
                    List.of("ai", "ay"),
                    List.of("ph", "f"),
                    List.of("th", "t"),
                    List.of("ck", "k"),
                    List.of("tz", "z"),
                    List.of("dt", "t"),
                    List.of("ff", "f"),
                    List.of("ss", "s"),
                    List.of("mm", "m"),
                    List.of("nn", "n"),
                    List.of("ll", "l"),
                    List.of("tt", "t"),
                    List.of("pp", "p"),
                    List.of("ie", "i"),
                    List.of("ah", "a"),
                    List.of("eh", "e"),
                    List.of("oh", "o"),
                    List.of("ö", "öh"),
                    List.of("ä", "e"),
                    List.of("äu", "eu"),
                    List.of("x", "chs"),
                    List.of("w", "v"),
                    List.of("c", "k"),
                    List.of("y", "i"),
                    List.of("ß", "s"));

    private Slips() {}

    /** Two letters swapped, one left out, doubled or hit beside; the first is mostly right. */
    static Optional<String> typo(String name, Chance chance) {
        for (int i = 0; i < ATTEMPTS; i++) {
            String typed = mistyped(name, chance);
            if (!typed.equals(name)) {
                return Optional.of(typed);
            }
        }
        return Optional.empty();
    }

    private static String mistyped(String name, Chance chance) {
        if (name.length() < SHORTEST_TO_CUT) {
            return name + name.substring(name.length() - 1);
        }
        int at = chance.between(1, name.length() - 2);
        String head = name.substring(0, at);
        String tail = name.substring(at + 1);
        char letter = name.charAt(at);
        return switch (chance.between(0, 3)) {
            case 0 -> head + tail.charAt(0) + letter + tail.substring(1);
            case 1 -> head + tail;
            case 2 -> head + letter + letter + tail;
            default -> head + beside(letter, chance) + tail;
        };
    }

    private static char beside(char letter, Chance chance) {
        String neighbours = NEIGHBOURS.getOrDefault(letter, "");
        return neighbours.isEmpty()
                ? letter
                : neighbours.charAt(chance.between(0, neighbours.length() - 1));
    }

    /** As somebody writes who has no such keys, or who takes ae for ä where it is none. */
    static Optional<String> otherUmlauts(String name, Chance chance) {
        String spelledOut =
                name.replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("Ö", "Oe")
                        .replace("Ü", "Ue")
                        .replace("ß", "ss");
        String other = chance.percent(75) ? withoutMarks(spelledOut) : withoutMarks(name);
        if (other.equals(name)) {
            other = name.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
        }
        return other.equals(name) ? Optional.empty() : Optional.of(other);
    }

    private static String withoutMarks(String name) {
        String plain =
                name.replace("ß", "ss").replace("ı", "i").replace("ł", "l").replace("Ł", "L");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** The first letter keeps its sign: the whole name would look different otherwise. */
    static Optional<String> asHeard(String name, Chance chance) {
        List<String> heard = new ArrayList<>();
        for (List<String> pair : SOUNDS) {
            addReplaced(name, pair.getFirst(), pair.getLast(), heard);
            if (pair.getLast().length() > 1) {
                addReplaced(name, pair.getLast(), pair.getFirst(), heard);
            }
        }
        return heard.isEmpty() ? Optional.empty() : Optional.of(chance.pick(heard));
    }

    private static void addReplaced(String name, String sound, String other, List<String> heard) {
        int at = name.indexOf(sound, 1);
        if (at > 0) {
            heard.add(name.substring(0, at) + other + name.substring(at + sound.length()));
        }
    }

    static Optional<LocalDate> dayForMonth(LocalDate birth) {
        int day = birth.getDayOfMonth();
        int month = birth.getMonthValue();
        return day > 12 || day == month
                ? Optional.empty()
                : Optional.of(LocalDate.of(birth.getYear(), day, month));
    }

    static Optional<LocalDate> wrongDigit(LocalDate birth, Chance chance) {
        for (int i = 0; i < ATTEMPTS; i++) {
            StringBuilder text = new StringBuilder(birth.toString());
            text.setCharAt(chance.pick(DIGITS), (char) ('0' + chance.between(0, 9)));
            Optional<LocalDate> other = date(text.toString());
            if (other.filter(each -> !each.equals(birth)).isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.isAfter(LAST_BIRTH) || date.equals(Placeholder.BIRTH)
                    ? Optional.empty()
                    : Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
