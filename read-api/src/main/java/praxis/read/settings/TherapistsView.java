package praxis.read.settings;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** All therapists of a practice. */
@Schema(
        name = "Therapists",
        example =
                """
                {
                  "version": 3,
                  "data": [{
                    "sub": "t1",
                    "display_name": "Dr. Eva Muster",
                    "names": ["Dr. Muster"]
                  }]
                }
                """)
record TherapistsView(
        @Schema(description = "That of the settings: they are changed together.") long version,
        List<TherapistView> data) {}
