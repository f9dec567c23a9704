package praxis.read.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a reader should know before believing the list, as a code for programs and in words. */
@Schema(name = "AppointmentsNote")
public record Note(
        @Schema(
                        type = "string",
                        allowableValues = {"not_linked", "no_appointments", "stale"})
                String code,
        String text) {

    static final Note NOT_LINKED =
            new Note(
                    "not_linked",
                    "This patient is not linked with the booking tool yet, so no appointments can"
                            + " be shown.");
    static final Note NO_APPOINTMENTS =
            new Note(
                    "no_appointments",
                    "The booking tool has told us of no appointments of this patient.");
    static final Note STALE =
            new Note(
                    "stale",
                    "The booking tool has not been heard of for 24 hours or more; appointments may"
                            + " have changed since.");
}
