package praxis.read.reviews;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.Problem;
import praxis.read.reviews.ReviewView.DecisionView;

import java.time.Instant;
import java.util.UUID;

/** Tells who comes second what the first decided (RFC 9457, with members of our own). */
@Schema(
        name = "ReviewSettledProblem",
        example =
                """
                {
                  "type": "about:blank",
                  "title": "Conflict",
                  "status": 409,
                  "detail": "Somebody has decided this already.",
                  "review_id": "0b6e3c7a-3f0e-5d39-9d3b-0d2f7c1f2a11",
                  "decided": {
                    "by": "admin",
                    "decision": "link",
                    "reason": "asked by telephone",
                    "patient_id": "6fa459ea-ee8a-3ca4-894e-db77e160355e",
                    "at": "2027-01-07T08:00:00Z"
                  },
                  "closed_because": "decided",
                  "closed_at": "2027-01-07T08:00:00Z"
                }
                """)
record SettledProblem(
        String type,
        String title,
        int status,
        String detail,
        UUID reviewId,
        @Schema(description = "Who decided what; null where a later event settled it.")
                @Nullable DecisionView decided,
        @Nullable String closedBecause,
        @Nullable Instant closedAt) {

    static HttpResponse<?> of(ReviewRow item) {
        HttpStatus status = HttpStatus.CONFLICT;
        return Problem.response(
                status,
                new SettledProblem(
                        "about:blank",
                        status.getReason(),
                        status.getCode(),
                        item.decidedBy() == null
                                ? "A later event has settled this; nobody has to decide any more."
                                : "Somebody has decided this already.",
                        item.id(),
                        item.decided().orElse(null),
                        item.closedBecause(),
                        item.closedAt()));
    }
}
