package praxis.processor.simulate.traffic;

import java.util.List;
import java.util.SplittableRandom;

/** Somebody invented, as the booking tool would know them. */
record Person(String first, String last, String birth, String email, String phone, String gender) {
    /**
     * A family with one mailbox and twins in it, two of one name, and some who keep to themselves.
     */
    private static final List<Person> EVERYBODY =
            List.of(
                    new Person(
                            "Annegret", "Sommerfeld", "1975-06-01", "familie", "030 1234567", "f"),
                    new Person("Benno", "Sommerfeld", "1973-11-09", "familie", "030 1234567", "m"),
                    new Person("Tim", "Sommerfeld", "2012-05-05", "familie", "030 1234567", "m"),
                    new Person("Tom", "Sommerfeld", "2012-05-05", "familie", "030 1234567", "m"),
                    new Person("Karin", "Lindqvist", "1980-04-01", "karin", "030 7654321", "f"),
                    new Person("Karin", "Lindqvist", "1991-12-24", "k.l", "0171 2345678", "f"),
                    new Person("Jürgen", "Groß", "1966-02-03", "juergen", "040 5550101", "m"),
                    new Person("Unbekannt", "Unbekannt", "1900-01-01", "noreply", "0", "x"),
                    new Person("Wilhelmine", "Östermann", "1958-08-30", "w.o", "040 5550202", "f"));

    static Person any(SplittableRandom random) {
        return EVERYBODY.get(random.nextInt(EVERYBODY.size()));
    }

    /** The same person, as somebody types who is in a hurry. */
    Person mistyped(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Person(first, doubled(last, random), birth, email, phone, gender);
            case 1 -> new Person(doubled(first, random), last, birth, email, phone, gender);
            case 2 -> new Person(first, last, birth, email + "2", phone, gender);
            case 3 -> new Person(last, first, birth, email, phone, gender);
            default -> new Person(first, last, "1975-01-06", email, phone, gender);
        };
    }

    private static String doubled(String name, SplittableRandom random) {
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at - 1) + name.substring(at);
    }

    String address() {
        return email + "@example.org";
    }
}
