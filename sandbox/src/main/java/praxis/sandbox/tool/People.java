package praxis.sandbox.tool;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** Invents people and what they do to a form: families share a mailbox, and fingers slip. */
final class People {
    private static final int OLDEST_BIRTH_YEAR = 1935;
    private static final int SHORTEST_TO_CUT = 4;
    private static final int YOUNGEST_BIRTH_YEAR = 2019;

    private final Chance chance;

    People(Chance chance) {
        this.chance = chance;
    }

    Person stranger() {
        boolean woman = chance.percent(55);
        String first = chance.pick(woman ? Names.WOMEN : Names.MEN);
        String last = chance.pick(Names.FAMILIES);
        return new Person(
                first,
                last,
                mailbox(first, last),
                phone(),
                birth(),
                woman ? "weiblich" : "maennlich");
    }

    /** Same family name, same mailbox, same telephone. */
    Person relativeOf(Person person) {
        boolean woman = chance.percent(50);
        return person.withFirstName(
                chance.pick(woman ? Names.WOMEN : Names.MEN),
                woman ? "weiblich" : "maennlich",
                birth());
    }

    /** The same person a second time: sometimes mistyped, sometimes from another mailbox. */
    Person again(Person person) {
        Person same = chance.percent(40) ? mistyped(person) : person;
        return chance.percent(30) ? same.withEmail(mailbox(same.firstName(), "privat")) : same;
    }

    Person mistyped(Person person) {
        return chance.percent(50)
                ? person.withNames(slip(person.firstName()), person.lastName())
                : person.withNames(person.firstName(), slip(person.lastName()));
    }

    Person moved(Person person) {
        return person.withPhone(phone());
    }

    /** Two neighbouring letters swapped, one left out, or one doubled. */
    private String slip(String name) {
        if (name.length() < SHORTEST_TO_CUT) {
            return name + name.substring(name.length() - 1);
        }
        int at = chance.between(1, name.length() - 2);
        String head = name.substring(0, at);
        String tail = name.substring(at + 1);
        char letter = name.charAt(at);
        return switch (chance.between(0, 2)) {
            case 0 -> head + tail.charAt(0) + letter + tail.substring(1);
            case 1 -> head + tail;
            default -> head + letter + letter + tail;
        };
    }

    private String mailbox(String first, String last) {
        return plain(first) + "." + plain(last) + chance.between(1, 9999) + "@example.org";
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.GERMAN).replace("ß", "ss").replace("ı", "i");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }

    /** Numbers that the regulator keeps free for fiction: nobody is ever called. */
    private String phone() {
        int last = chance.between(0, 999);
        return switch (chance.between(0, 2)) {
            case 0 -> "030 23125%03d".formatted(last);
            case 1 -> "+49 40 66969 %03d".formatted(last);
            default -> "(069) 90009-%03d".formatted(last);
        };
    }

    private LocalDate birth() {
        int year = chance.between(OLDEST_BIRTH_YEAR, YOUNGEST_BIRTH_YEAR);
        return LocalDate.ofYearDay(year, chance.between(1, 365));
    }
}
