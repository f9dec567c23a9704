package praxis.read.events;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One entry of the event log as the API shows it. */
@Schema(name = "Event")
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

    /** Never the payload. */
    @Override
    public String toString() {
        return "EventView[" + id + "]";
    }
}
