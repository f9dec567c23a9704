package praxis.sandbox.tool;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What can happen next at the tool, and how often in a hundred it does. */
enum Step {
    NEW_PATIENT(16),
    FAMILY_MEMBER(3),
    DOUBLE_REGISTRATION(4),
    NEW_APPOINTMENT(33),
    APPOINTMENT_AHEAD_OF_ITS_PATIENT(5),
    RESCHEDULE(11),
    CANCEL(7),
    COMPLETE(6),
    CORRECT_PATIENT(4),
    DELETE_PATIENT(1),
    RETRY(5),
    PING(3),
    BROKEN(2);

    /** Each step as often as its weight says, so that picking is even. */
    static final List<Step> WEIGHTED =
            Arrays.stream(values())
                    .flatMap(step -> Collections.nCopies(step.weight, step).stream())
                    .toList();

    private final int weight;

    Step(int weight) {
        this.weight = weight;
    }
}
