package praxis.read.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.WaitingNote;

import java.time.Instant;
import java.util.List;

/** A patient's appointments, how fresh they are, and where to book another. */
@Schema(
        name = "PatientAppointments",
        example =
                """
                {
                  "appointments": [{
                    "id": "0b8b5f4e-9c0e-5d53-8b1e-2f9a4a7f1c11",
                    "patient_id": "6fa459ea-ee8a-5ca4-894e-db77e160355e",
                    "booking_system_appointment_id": "A-1",
                    "scheduled_at": "2027-03-01T09:00:00Z",
                    "duration_minutes": 30,
                    "therapist_name": "Dr. Muster",
                    "service_name": "Krankengymnastik",
                    "status": "scheduled",
                    "synced_at": "2027-02-20T12:00:00Z"
                  }],
                  "last_synced_at": "2027-02-20T12:00:00Z",
                  "is_stale": false,
                  "stale_after_hours": 24,
                  "booking_url": "https://booking.example.org/?patient=Anna%20Beispiel",
                  "booking_note": null,
                  "note": null,
                  "waiting_appointments": 0,
                  "waiting_note": null
                }
                """)
public record AppointmentsView(
        @Schema(description = "Newest first by scheduled_at; at most 2,000.")
                List<AppointmentView> appointments,
        @Schema(description = "Newest synced_at among them; null without any.")
                @Nullable Instant lastSyncedAt,
        @Schema(
                        description =
                                "Whether neither an appointment of the patient nor any other sign"
                                        + " of life came from the booking tool within"
                                        + " stale_after_hours.")
                boolean isStale,
        long staleAfterHours,
        @Schema(description = "The booking tool with the patient's name filled in, if configured.")
                @Nullable String bookingUrl,
        @Schema(description = "Why there is no booking_url; null where there is one.")
                @Nullable BookingNote bookingNote,
        @Schema(description = "What a reader should know before believing the list.")
                @Nullable Note note,
        @Schema(
                        description =
                                "Appointments that may be this patient's, until a review decides;"
                                        + " null for patients.")
                @Nullable Long waitingAppointments,
        @Schema(description = "Says so in words; null where none wait.")
                @Nullable WaitingNote waitingNote) {}
