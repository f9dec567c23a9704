package praxis.read.appointments;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the database holds about one patient's appointments.
 *
 * @param linkedTo the booking patient, while there is a link
 */
record PatientAppointments(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String linkedTo,
        @Nullable String toolUrl,
        @Nullable Instant lastSignOfLife,
        List<AppointmentView> appointments) {

    AppointmentsView asOf(Instant now) {
        @Nullable Instant lastSyncedAt =
                appointments.stream()
                        .map(AppointmentView::syncedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        boolean isStale = new Freshness(lastSyncedAt, lastSignOfLife).isStale(now);
        return new AppointmentsView(
                appointments,
                lastSyncedAt,
                isStale,
                Freshness.STALE_AFTER.toHours(),
                BookingLink.to(toolUrl, firstName, lastName),
                note(isStale));
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
