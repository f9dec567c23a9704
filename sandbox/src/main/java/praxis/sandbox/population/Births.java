package praxis.sandbox.population;

import java.time.LocalDate;
import java.time.Month;

/** Birth dates by the ages that a practice for physiotherapy sees. */
final class Births {
    /** Not the real year: the same seed makes the same people in every year. */
    private static final int THIS_YEAR = 2026;

    /** In a hundred, by decades of age: the first is of those below ten. */
    private static final int[] BY_DECADE = {4, 6, 10, 13, 14, 18, 16, 12, 6, 1};

    private Births() {}

    static LocalDate anyone(Chance chance) {
        int dice = chance.between(0, 99);
        int decade = 0;
        while (dice >= BY_DECADE[decade]) {
            dice -= BY_DECADE[decade];
            decade++;
        }
        return aged(decade * 10, decade * 10 + 9, chance);
    }

    /** So many years old this year. */
    static LocalDate aged(int from, int to, Chance chance) {
        return in(THIS_YEAR - 1 - chance.between(from, to), chance);
    }

    /** Between {@code from} and {@code to} years after {@code parent}, but not after last year. */
    static LocalDate childOf(LocalDate parent, int from, int to, Chance chance) {
        int year = parent.getYear() + chance.between(from, to);
        return in(Math.min(year, THIS_YEAR - 1), chance);
    }

    static LocalDate partnerOf(LocalDate other, Chance chance) {
        return in(Math.min(other.getYear() + chance.between(-6, 6), THIS_YEAR - 18), chance);
    }

    static LocalDate onNewYearsDay(LocalDate real) {
        return real.with(Month.JANUARY).withDayOfMonth(1);
    }

    private static LocalDate in(int year, Chance chance) {
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        return first.plusDays(chance.between(0, first.lengthOfYear() - 1));
    }
}
