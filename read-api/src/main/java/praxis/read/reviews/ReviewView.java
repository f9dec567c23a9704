package praxis.read.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A review item with all that speaks for one answer or the other. */
@Schema(
        name = "Review",
        example =
                """
                {
                  "id": "9c5d1e2f-3a4b-5c6d-8e7f-0a1b2c3d4e5f",
                  "kind": "EMAIL_SHARED",
                  "state": "open",
                  "opened_at": "2027-02-20T12:00:00Z",
                  "due_at": "2027-02-20T12:00:00Z",
                  "postponed_until": null,
                  "closed_at": null,
                  "closed_because": null,
                  "decided": null,
                  "possible_decisions": ["link", "keep_apart", "dismiss", "postpone"],
                  "newcomer": {
                    "booking_patient_id": "B-2",
                    "standing": "in_review",
                    "patient_id": null,
                    "facts": {
                      "first_name": "Paul",
                      "last_name": "Beispiel",
                      "date_of_birth": "2015-03-09",
                      "email": "anna.beispiel@example.org",
                      "phone": null,
                      "gender": "maennlich"
                    }
                  },
                  "candidates": [],
                  "conflict": null,
                  "waiting_appointments": [],
                  "event": {
                    "id": "2d0f9d1a-7f0b-5b8e-9a6e-5f3f3c1b7a20",
                    "event_type": "patient.created",
                    "received_at": "2027-02-20T12:00:00Z",
                    "href": "/api/admin/webhook-events/2d0f9d1a-7f0b-5b8e-9a6e-5f3f3c1b7a20"
                  }
                }
                """)
record ReviewView(
        UUID id,
        @Schema(description = "Why somebody is asked, such as EMAIL_SHARED.") String kind,
        @Schema(
                        type = "string",
                        allowableValues = {"open", "postponed", "decided", "closed"},
                        description = "closed: a later event settled it, and nobody decided.")
                String state,
        Instant openedAt,
        @Schema(description = "Listed from then on.") Instant dueAt,
        @Nullable Instant postponedUntil,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        @Schema(description = "Who decided what; null while nobody has.")
                @Nullable DecisionView decided,
        @Schema(description = "The answers that this kind of question takes; none once closed.")
                List<String> possibleDecisions,
        @Schema(description = "The booking tool's patient; null where none is asked about.")
                @Nullable Newcomer newcomer,
        @Schema(description = "Patients that it might be, the likeliest first.")
                List<CandidateView> candidates,
        @Schema(description = "What is held beside what an event said; null where none is asked.")
                @Nullable Conflict conflict,
        @Schema(description = "What appears on the patient once there is one; at most 200.")
                List<WaitingAppointment> waitingAppointments,
        @Schema(description = "The newest event behind the question.") EventLink event) {

    /** Who decided what. */
    @Schema(name = "ReviewDecision")
    record DecisionView(
            @Schema(description = "The login.") String by,
            String decision,
            @Nullable String reason,
            @Schema(description = "The patient that it ended with, ours.") @Nullable UUID patientId,
            @Nullable Instant at) {}

    /** The booking tool's patient. */
    @Schema(name = "ReviewNewcomer")
    record Newcomer(
            String bookingPatientId,
            @Schema(
                            type = "string",
                            allowableValues = {
                                "unknown",
                                "expected",
                                "in_review",
                                "linked",
                                "ignored",
                                "ended"
                            })
                    String standing,
            @Schema(description = "Whom it is linked with now.") @Nullable UUID patientId,
            Facts facts) {}

    /** One of ours, held against the newcomer. */
    @Schema(name = "ReviewCandidate")
    record CandidateView(
            UUID patientId,
            @Schema(description = "How probable it is that this is the one, 0 to 1.")
                    @Nullable Double score,
            @Schema(description = "Null where the patient has been archived since.")
                    @Nullable Facts facts,
            @Schema(description = "The address under which the booking tool knows this patient.")
                    @Nullable String bookingEmail,
            @Schema(description = "The booking patient that this one is linked with already.")
                    @Nullable String bookingSystemId,
            List<ComparedField> fields,
            @Schema(description = "What the matcher weighed, where it did.")
                    List<Evidence> evidence) {}

    /** One field of both. */
    @Schema(name = "ReviewField")
    record ComparedField(
            String field,
            @Nullable String newcomer,
            @Nullable String candidate,
            @Schema(
                            type = "string",
                            allowableValues = {"agrees", "differs", "missing", "not_compared"})
                    String agreement) {}

    /** What a field says for or against the two being one person. */
    @Schema(name = "ReviewEvidence")
    record Evidence(
            String field,
            @Schema(description = "How far it agrees, as a code.") String level,
            @Schema(description = "How many times it doubles the odds; below zero, halves.")
                    @Nullable Double weight) {}

    /** Two versions of one thing. */
    @Schema(name = "ReviewConflict")
    record Conflict(
            @Schema(
                            type = "string",
                            allowableValues = {"patient", "appointment"})
                    String about,
            @Schema(description = "When the version that was not applied came.")
                    @Nullable Instant proposedAt,
            @Schema(description = "The fields that the event spoke of.")
                    List<ProposedField> fields) {}

    /** What is held and what was said instead. */
    @Schema(name = "ReviewProposal")
    record ProposedField(
            String field,
            @Nullable String current,
            @Schema(description = "As it was sent; null clears.") @Nullable String proposed,
            boolean differs) {}

    /** An appointment without a patient. */
    @Schema(name = "WaitingAppointment")
    record WaitingAppointment(
            UUID id,
            String bookingSystemAppointmentId,
            Instant scheduledAt,
            @Nullable Integer durationMinutes,
            @Nullable String therapistName,
            @Nullable String serviceName,
            Instant syncedAt) {}

    /** Where the raw event can be read. */
    @Schema(name = "ReviewEvent")
    record EventLink(
            UUID id,
            @Nullable String eventType,
            @Nullable Instant receivedAt,
            @Schema(description = "With its payload.") String href) {}

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "ReviewView[" + id + "]";
    }
}
