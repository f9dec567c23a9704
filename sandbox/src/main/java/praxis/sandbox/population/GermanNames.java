package praxis.sandbox.population;

import java.util.List;
import java.util.Locale;

/** Common last names, many rare ones that are composed, and first names by their fashion. */
final class GermanNames implements Origin {
    private static final double COMMON_SHIFT = 15;
    private static final double COMPOSED_SHIFT = 30;
    private static final double FIRST_NAME_SHIFT = 8;

    private static final int COMMON = 52;
    private static final int DOUBLE = COMMON + 4;
    private static final int WITH_PARTICLE = DOUBLE + 2;

    private static final int TWO_STEMS = 20;
    private static final int SECOND_FIRST_NAME = 6;

    /** The first names that are given from a year on. */
    private record Fashion(int from, Frequencies women, Frequencies men) {
        static Fashion of(NameBook book, int from, String heading) {
            return new Fashion(
                    from,
                    new Frequencies(book.list("women " + heading), FIRST_NAME_SHIFT),
                    new Frequencies(book.list("men " + heading), FIRST_NAME_SHIFT));
        }

        Frequencies names(Sex sex) {
            return sex == Sex.FEMALE ? women : men;
        }
    }

    private final Frequencies common;
    private final Frequencies stems;
    private final Frequencies endings;
    private final List<String> particles;
    private final List<Fashion> fashions;

    GermanNames() {
        NameBook book = NameBook.read("german.txt");
        common = new Frequencies(book.list("last"), COMMON_SHIFT);
        stems = new Frequencies(book.list("stems"), COMPOSED_SHIFT);
        endings = new Frequencies(book.list("endings"), COMPOSED_SHIFT);
        particles = book.list("particles");
        fashions =
                List.of(
                        Fashion.of(book, 1900, "1920"),
                        Fashion.of(book, 1946, "1950"),
                        Fashion.of(book, 1970, "1975"),
                        Fashion.of(book, 1990, "1995"));
    }

    @Override
    public String family(Chance chance) {
        int dice = chance.between(0, 99);
        if (dice < COMMON) {
            return common.pick(chance);
        }
        if (dice < DOUBLE) {
            return common.pick(chance) + "-" + single(chance);
        }
        return dice < WITH_PARTICLE
                ? chance.pick(particles) + " " + composed(chance)
                : composed(chance);
    }

    private String single(Chance chance) {
        return chance.percent(COMMON) ? common.pick(chance) : composed(chance);
    }

    private String composed(Chance chance) {
        String stem = stems.pick(chance);
        if (chance.percent(TWO_STEMS)) {
            stem += stems.pick(chance).toLowerCase(Locale.GERMAN);
        }
        return stem + endings.pick(chance);
    }

    @Override
    public String lastName(String family, Sex sex) {
        return family;
    }

    @Override
    public String firstName(Sex sex, int birthYear, Chance chance) {
        Frequencies names = fashion(birthYear).names(sex);
        String first = names.pick(chance);
        if (!chance.percent(SECOND_FIRST_NAME)) {
            return first;
        }
        String second = names.pick(chance);
        return second.equals(first) ? first : first + (chance.percent(60) ? "-" : " ") + second;
    }

    private Fashion fashion(int birthYear) {
        Fashion latest = fashions.getFirst();
        for (Fashion fashion : fashions) {
            latest = birthYear >= fashion.from() ? fashion : latest;
        }
        return latest;
    }

    @Override
    public int bornOnNewYearsDay() {
        return 0;
    }
}
