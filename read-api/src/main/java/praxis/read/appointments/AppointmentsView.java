package praxis.read.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.WaitingNote;

import java.time.Instant;
import java.util.List;

/** A patient's appointments, how fresh they are, and where to book another. */
@Schema(name = "PatientAppointments")
record AppointmentsView(
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
        @Schema(description = "What a reader should know before believing the list.")
                @Nullable Note note,
        @Schema(
                        description =
                                "Appointments that may be this patient's, until a review decides;"
                                        + " null for patients.")
                @Nullable Long waitingAppointments,
        @Schema(description = "Says so in words; null where none wait.")
                @Nullable WaitingNote waitingNote) {}
