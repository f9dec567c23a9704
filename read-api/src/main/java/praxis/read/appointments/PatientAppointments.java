package praxis.read.appointments;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.WaitingNote;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the database holds about one patient's appointments.
 *
 * @param linkedTo the booking patient, while there is a link
 * @param forStaff who asks is told how many wait
 * @param waiting appointments that may be this patient's; a review decides
 */
public record PatientAppointments(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String linkedTo,
        @Nullable String toolUrl,
        @Nullable Instant lastSignOfLife,
        boolean forStaff,
        long waiting,
        List<AppointmentView> appointments) {

    public AppointmentsView asOf(Instant now) {
        @Nullable Instant lastSyncedAt =
                appointments.stream()
                        .map(AppointmentView::syncedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        boolean isStale = new Freshness(lastSyncedAt, lastSignOfLife).isStale(now);
        @Nullable String bookingUrl = BookingLink.to(toolUrl, firstName, lastName);
        return new AppointmentsView(
                appointments,
                lastSyncedAt,
                isStale,
                Freshness.STALE_AFTER.toHours(),
                bookingUrl,
                bookingUrl == null ? BookingNote.NOT_CONFIGURED : null,
                note(isStale),
                forStaff ? waiting : null,
                forStaff ? WaitingNote.forStaff(waiting) : WaitingNote.forPatients(waiting));
    }

    private @Nullable Note note(boolean isStale) {
        if (appointments.isEmpty() && linkedTo == null) {
            return Note.NOT_LINKED;
        }
        if (isStale) {
            return Note.STALE;
        }
        return appointments.isEmpty() ? Note.NO_APPOINTMENTS : null;
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "PatientAppointments[" + appointments.size() + "]";
    }
}
