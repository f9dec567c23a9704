package praxis.read.answers;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

/** Keeps readers from taking a list for complete while an item of the review queue waits. */
@Schema(name = "WaitingNote")
public record WaitingNote(
        @Schema(
                        type = "string",
                        allowableValues = {"waiting_for_review", "may_take_a_moment"})
                String code,
        String text) {

    private static final WaitingNote FOR_PATIENTS =
            new WaitingNote("may_take_a_moment", "New bookings may take a moment to appear here.");

    /** How many there are, without their contents; null where there are none. */
    public static @Nullable WaitingNote forStaff(long waiting) {
        return waiting == 0
                ? null
                : new WaitingNote(
                        "waiting_for_review",
                        waiting == 1
                                ? "1 appointment waits to be assigned (review open)."
                                : waiting + " appointments wait to be assigned (review open).");
    }

    /** Whether and what waits is not theirs to know. */
    public static @Nullable WaitingNote forPatients(long waiting) {
        return waiting == 0 ? null : FOR_PATIENTS;
    }
}
