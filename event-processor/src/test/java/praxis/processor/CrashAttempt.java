package praxis.processor;

import java.util.Arrays;
import java.util.List;

/** A point to die at, and when it is passed. */
record CrashAttempt(String point, Occasion occasion) {
    /** In the order in which they are tried where a point is not passed again. */
    enum Occasion {
        UNDER_TRAFFIC,
        AT_A_RESTART,
        AT_THE_FIRST_START
    }

    /** What is done there, whatever it is done to; before and after are the same kind. */
    String kind() {
        List<String> words = Arrays.asList(point.split("[ :]+", -1));
        boolean isAmid = words.getFirst().equals("amid");
        return occasion + (isAmid ? " amid " : " ") + words.get(1);
    }

    /** The same point at the occasion that comes next. */
    CrashAttempt otherwise() {
        return new CrashAttempt(
                point,
                switch (occasion) {
                    case UNDER_TRAFFIC -> Occasion.AT_A_RESTART;
                    case AT_A_RESTART -> Occasion.AT_THE_FIRST_START;
                    case AT_THE_FIRST_START -> Occasion.UNDER_TRAFFIC;
                });
    }

    @Override
    public String toString() {
        return point + ", " + occasion;
    }
}
