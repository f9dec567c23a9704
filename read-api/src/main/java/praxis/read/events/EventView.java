package praxis.read.events;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One entry of the event log as the API shows it. */
@Schema(
        name = "Event",
        example =
                """
                {
                  "id": "2d0f9d1a-7f0b-5b8e-9a6e-5f3f3c1b7a20",
                  "kind": "webhook",
                  "event_type": "appointment.created",
                  "received_at": "2027-02-20T12:00:00Z",
                  "payload": {
                    "event_type": "appointment.created",
                    "payload": {
                      "booking_appointment_id": "A-1"
                    }
                  },
                  "payload_missing_because": null,
                  "processing_status": "error",
                  "current_status": "error",
                  "error_message": "scheduled_at: Required.",
                  "outcome": {
                    "what": "error"
                  },
                  "booking_patient_id": null,
                  "booking_appointment_id": null,
                  "patient_id": null,
                  "about_event_id": null
                }
                """)
record EventView(
        UUID id,
        @Schema(description = "webhook or command.") String kind,
        @Nullable String eventType,
        Instant receivedAt,
        @Schema(type = "object", description = "What was sent; null says why it is not shown.")
                @JsonRawValue
                @Nullable String payload,
        @Schema(description = "erased, too_long_for_a_list, or what about the bytes is no JSON.")
                @Nullable String payloadMissingBecause,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "success",
                            "duplicate",
                            "stale",
                            "needs_review",
                            "error"
                        })
                String processingStatus,
        @Schema(description = "processing_status of the newest entry about this one.")
                String currentStatus,
        @Nullable String errorMessage,
        @Schema(type = "object", description = "What it led to; ids and fields, no values.")
                @JsonRawValue
                String outcome,
        @Nullable String bookingPatientId,
        @Nullable String bookingAppointmentId,
        @Nullable UUID patientId,
        @Nullable UUID aboutEventId) {

    /**
     * Whether processing it again could do anything; what the edge did not write is not trusted.
     */
    boolean hasFailed() {
        return kind.equals("webhook")
                && processingStatus.equals("error")
                && !outcome.contains("\"what\":\"unusable\"");
    }

    /** Never the payload. */
    @Override
    public String toString() {
        return "EventView[" + id + "]";
    }
}
