package praxis.read.reviews;

import org.jspecify.annotations.Nullable;

import praxis.read.reviews.ReviewView.DecisionView;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A review item as the database holds it.
 *
 * @param state open or closed
 * @param candidates JSON
 * @param proposedBody the event's body that was not applied
 * @param score of the likeliest candidate
 */
record ReviewRow(
        UUID id,
        String kind,
        String state,
        @Nullable String bookingPatientId,
        @Nullable String bookingAppointmentId,
        @Nullable UUID patientId,
        String candidates,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant postponedUntil,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable String decisionReason,
        @Nullable UUID decidedPatientId,
        UUID eventId,
        @Nullable String proposedBody,
        @Nullable Instant proposedAt,
        @Nullable Double score) {

    boolean isOpen() {
        return state.equals("open");
    }

    /** The state in the words of the API. */
    String stateAsOf(Instant now) {
        if (isOpen()) {
            return postponedUntil != null && postponedUntil.isAfter(now) ? "postponed" : "open";
        }
        return decidedBy == null ? "closed" : "decided";
    }

    Optional<DecisionView> decided() {
        return decidedBy == null || decision == null
                ? Optional.empty()
                : Optional.of(
                        new DecisionView(
                                decidedBy, decision, decisionReason, decidedPatientId, closedAt));
    }

    /** Nothing of the body. */
    @Override
    public String toString() {
        return "ReviewRow[" + id + ", " + kind + ", " + state + "]";
    }
}
