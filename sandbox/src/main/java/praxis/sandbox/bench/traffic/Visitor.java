package praxis.sandbox.bench.traffic;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Somebody who registers: names made of syllables, so that few are alike by chance. */
record Visitor(String first, String last, LocalDate birth, String email, String phone) {
    private static final List<String> FIRST =
            List.of(
                    "Anna", "Bärbel", "Björn", "Dörte", "Emil", "Fenja", "Gero", "Hanno", "Ida",
                    "Jannis", "Käthe", "Levke", "Marit", "Nils", "Ole", "Pia", "Quirin", "Rieke",
                    "Sönke", "Tjark", "Ute", "Veit", "Wiebke", "Yannick");
    private static final List<String> BEGINNINGS =
            List.of(
                    "Acker", "Birken", "Dorn", "Eichen", "Feld", "Grün", "Hasel", "Kirch", "Linden",
                    "Moor", "Nord", "Ost", "Rosen", "Schön", "Stein", "Tannen", "Ufer", "Weiß");
    private static final List<String> ENDINGS =
            List.of(
                    "acker", "bach", "berg", "brink", "dorf", "feld", "gärtner", "hagen", "kamp",
                    "mann", "müller", "rode", "stedt", "thal", "wald", "weg");

    private static final int FIRST_BIRTH_YEAR = 1935;
    private static final int BIRTH_DAYS = 80 * 365;

    static Visitor number(long number, Random random) {
        String first = pick(FIRST, random);
        String last = pick(BEGINNINGS, random) + pick(ENDINGS, random);
        LocalDate birth = LocalDate.of(FIRST_BIRTH_YEAR, 1, 1).plusDays(random.nextInt(BIRTH_DAYS));
        String email = last.toLowerCase(Locale.ROOT) + "." + number + "@example.org";
        return new Visitor(first, last, birth, email, phone(random));
    }

    Visitor withOtherPhone(Random random) {
        return new Visitor(first, last, birth, email, phone(random));
    }

    private static String phone(Random random) {
        return "+49 30 " + (1_000_000 + random.nextInt(9_000_000));
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return "Visitor[redacted]";
    }
}
