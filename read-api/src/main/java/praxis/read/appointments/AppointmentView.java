package praxis.read.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One appointment as the API shows it. */
@Schema(name = "Appointment")
record AppointmentView(
        UUID id,
        UUID patientId,
        String bookingSystemAppointmentId,
        Instant scheduledAt,
        @Nullable Integer durationMinutes,
        @Nullable String therapistName,
        @Nullable String serviceName,
        @Schema(
                        type = "string",
                        allowableValues = {"scheduled", "cancelled", "completed"})
                String status,
        @Schema(description = "When the booking tool last told us of it.") Instant syncedAt) {

    /** Never the names. */
    @Override
    public String toString() {
        return "AppointmentView[" + id + "]";
    }
}
