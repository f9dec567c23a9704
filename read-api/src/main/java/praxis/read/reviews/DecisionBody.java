package praxis.read.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Only describes: what a decision looks like in the API's document. */
@Schema(name = "Decision")
record DecisionBody(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        type = "string",
                        allowableValues = {
                            "link",
                            "create",
                            "keep_apart",
                            "dismiss",
                            "take_new",
                            "keep_current",
                            "postpone"
                        })
                String decision,
        @Schema(description = "With link: any patient of the practice.") @Nullable UUID patientId,
        @Schema(description = "With create: laid over what the booking tool said.")
                @Nullable Facts patient,
        @Schema(description = "With postpone: at most a year from now; a week if absent.")
                @Nullable Instant until,
        @Schema(maxLength = 2_000, description = "For colleagues.") @Nullable String reason) {}
