package praxis.sandbox.bench.report;

import java.util.Optional;

/**
 * A figure that has been promised, and what it came to.
 *
 * @param must what has to be reached, if anything
 * @param goal what is wanted
 */
public record Mark(String what, double found, Optional<Bound> must, Bound goal) {
    /** On which side of a figure the good ones are. */
    enum Side {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    /** A figure that counts, and on which side of it the good ones are. */
    record Bound(Side side, double figure) {
        boolean holds(double found) {
            return switch (side) {
                case AT_LEAST -> found >= figure;
                case AT_MOST -> found <= figure;
            };
        }

        @Override
        public String toString() {
            return side.sign + " " + Figure.text(figure);
        }
    }

    public static Mark atLeast(String what, double found, double must, double goal) {
        return new Mark(what, found, Optional.of(atLeast(must)), atLeast(goal));
    }

    public static Mark atMost(String what, double found, double must, double goal) {
        return new Mark(what, found, Optional.of(atMost(must)), atMost(goal));
    }

    /** Wanted, but not demanded. */
    public static Mark wantedAtLeast(String what, double found, double goal) {
        return new Mark(what, found, Optional.empty(), atLeast(goal));
    }

    /** Wanted, but not demanded. */
    public static Mark wantedAtMost(String what, double found, double goal) {
        return new Mark(what, found, Optional.empty(), atMost(goal));
    }

    private static Bound atLeast(double figure) {
        return new Bound(Side.AT_LEAST, figure);
    }

    private static Bound atMost(double figure) {
        return new Bound(Side.AT_MOST, figure);
    }

    String mustText() {
        return must.map(Bound::toString).orElse("–");
    }

    String verdict() {
        if (goal.holds(found)) {
            return "goal reached";
        }
        if (must.isEmpty()) {
            return "goal missed";
        }
        return must.get().holds(found) ? "reached, goal missed" : "MISSED";
    }
}
