package praxis.read.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One appointment as the API shows it. */
@Schema(
        name = "Appointment",
        example =
                """
                {
                  "id": "0b8b5f4e-9c0e-5d53-8b1e-2f9a4a7f1c11",
                  "patient_id": "6fa459ea-ee8a-5ca4-894e-db77e160355e",
                  "booking_system_appointment_id": "A-1",
                  "scheduled_at": "2027-03-01T09:00:00Z",
                  "duration_minutes": 30,
                  "therapist_name": "Dr. Muster",
                  "service_name": "Krankengymnastik",
                  "status": "scheduled",
                  "synced_at": "2027-02-20T12:00:00Z"
                }
                """)
public record AppointmentView(
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
