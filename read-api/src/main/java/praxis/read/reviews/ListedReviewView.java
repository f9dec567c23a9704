package praxis.read.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.read.reviews.ReviewView.DecisionView;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A review item as the list shows it. */
@Schema(
        name = "ListedReview",
        example =
                """
                {
                  "id": "9c5d1e2f-3a4b-5c6d-8e7f-0a1b2c3d4e5f",
                  "kind": "EMAIL_MISMATCH",
                  "state": "open",
                  "opened_at": "2027-02-20T12:00:00Z",
                  "due_at": "2027-02-20T12:00:00Z",
                  "postponed_until": null,
                  "closed_at": null,
                  "closed_because": null,
                  "decided": null,
                  "booking_patient_id": "B-1",
                  "booking_appointment_id": null,
                  "patient_id": null,
                  "score": 0.87,
                  "waiting_appointments": 1,
                  "next_waiting_at": "2027-03-01T09:00:00Z"
                }
                """)
record ListedReviewView(
        UUID id,
        String kind,
        @Schema(
                        type = "string",
                        allowableValues = {"open", "postponed", "decided", "closed"})
                String state,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant postponedUntil,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        @Nullable DecisionView decided,
        @Nullable String bookingPatientId,
        @Nullable String bookingAppointmentId,
        @Nullable UUID patientId,
        @Schema(description = "Of the likeliest candidate.") @Nullable Double score,
        @Schema(description = "How many appointments have no patient because of this.")
                long waitingAppointments,
        @Schema(description = "When the next of them takes place.")
                @Nullable Instant nextWaitingAt) {

    static ListedReviewView of(ReviewQueries.Listed listed, Instant now) {
        ReviewRow item = listed.item();
        return new ListedReviewView(
                item.id(),
                item.kind(),
                item.stateAsOf(now),
                item.openedAt(),
                item.dueAt(),
                item.postponedUntil(),
                item.closedAt(),
                item.closedBecause(),
                item.decided().orElse(null),
                item.bookingPatientId(),
                item.bookingAppointmentId(),
                item.patientId(),
                item.score(),
                listed.waitingAppointments(),
                listed.nextWaitingAt());
    }

    /** A page of the queue, and how it stands as a whole. */
    @Schema(name = "ReviewPage")
    record ReviewPage(
            List<ListedReviewView> data, @Nullable String nextCursor, ReviewSummary summary) {}
}
