package praxis.read.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** How the queue stands, whatever the list's filter. */
@Schema(
        name = "ReviewSummary",
        example =
                """
                {
                  "open": 3,
                  "postponed": 1,
                  "due": 2,
                  "oldest_opened_at": "2027-02-18T08:00:00Z",
                  "urgent": 0
                }
                """)
public record ReviewSummary(
        @Schema(description = "Undecided items, whether postponed, due or not.") long open,
        @Schema(description = "Those of them that were put off to a later time.") long postponed,
        @Schema(description = "Those of them that are to be decided now.") long due,
        @Schema(description = "Since when the oldest of them waits; null without any.")
                @Nullable Instant oldestOpenedAt,
        @Schema(description = "Those of them with an appointment less than 24 hours away.")
                long urgent) {}
