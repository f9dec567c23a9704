package praxis.read.settings;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** A therapist as the API shows and takes one. */
@Schema(
        name = "Therapist",
        example =
                """
                {"sub": "t1", "display_name": "Dr. Eva Muster", "names": ["Dr. Muster"]}
                """)
record TherapistView(
        @Schema(maxLength = 200, description = "The login.") String sub,
        @Schema(maxLength = 200) String displayName,
        @Schema(description = "What the booking tool calls the therapist.") List<String> names) {}
