package praxis.read.settings;

import io.swagger.v3.oas.annotations.media.Schema;

/** What another time policy would move. */
@Schema(
        name = "TimesInDoubt",
        example =
                """
                {"time_policy": "offset", "appointments": 12}
                """)
record TimesInDoubtView(
        @Schema(description = "The one that counts now.") String timePolicy,
        @Schema(description = "How many future appointments the other one would move.")
                long appointments) {}
