package praxis.read.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why nobody can be led to the booking tool, as a code for programs and in words. */
@Schema(name = "BookingNote")
public record BookingNote(
        @Schema(type = "string", allowableValues = "not_configured") String code, String text) {

    static final BookingNote NOT_CONFIGURED =
            new BookingNote(
                    "not_configured",
                    "The practice has not said where its booking tool is; admins can do that in"
                            + " the settings.");
}
