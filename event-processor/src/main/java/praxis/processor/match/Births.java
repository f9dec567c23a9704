package praxis.processor.match;

import praxis.processor.model.Agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How two birth dates compare, with the slips that people make when they write one.
 *
 * @param wrong what is not the same; says nothing unless something is
 */
record Births(Agreement level, Part wrong) {
    private static final int DIGITS = 8;

    /** Part of a date. */
    enum Part {
        DAY,
        MONTH,
        YEAR,
        SEVERAL
    }

    static Births compare(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isEmpty()
                ? new Births(Agreement.UNKNOWN, Part.SEVERAL)
                : compare(one.get(), other.get());
    }

    static Births compare(LocalDate one, LocalDate other) {
        Part wrong = wrong(one, other);
        if (one.equals(other)) {
            return new Births(Agreement.SAME, wrong);
        }
        if (one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue()) {
            return new Births(Agreement.SWAPPED, wrong);
        }
        if (isOneSlip(digits(one), digits(other))) {
            return new Births(Agreement.TYPO, wrong);
        }
        return new Births(wrong == Part.SEVERAL ? Agreement.DIFFERENT : Agreement.PARTLY, wrong);
    }

    private static Part wrong(LocalDate one, LocalDate other) {
        boolean year = one.getYear() == other.getYear();
        boolean month = one.getMonthValue() == other.getMonthValue();
        boolean day = one.getDayOfMonth() == other.getDayOfMonth();
        if (month && day) {
            return Part.YEAR;
        }
        if (year && day) {
            return Part.MONTH;
        }
        return year && month ? Part.DAY : Part.SEVERAL;
    }

    /** One digit another, or two neighbours in each other's place. */
    private static boolean isOneSlip(String one, String other) {
        int first = 0;
        while (one.charAt(first) == other.charAt(first)) {
            first++;
        }
        int after = first + 1;
        if (one.substring(after).equals(other.substring(after))) {
            return true;
        }
        return after < DIGITS
                && one.charAt(first) == other.charAt(after)
                && one.charAt(after) == other.charAt(first)
                && one.substring(after + 1).equals(other.substring(after + 1));
    }

    private static String digits(LocalDate date) {
        return String.valueOf(
                        100_000_000L
                                + Math.floorMod(date.getYear(), 10_000) * 10_000L
                                + date.getMonthValue() * 100L
                                + date.getDayOfMonth())
                .substring(1);
    }
}
