package praxis.sandbox.bench.report;

import java.util.Locale;

/** A number as people like to read it. */
final class Figure {
    private static final double LARGE = 100;

    private Figure() {}

    static String text(double figure) {
        String pattern = Math.abs(figure) >= LARGE ? "%,.0f" : "%.2f";
        return String.format(Locale.ROOT, pattern, figure);
    }
}
