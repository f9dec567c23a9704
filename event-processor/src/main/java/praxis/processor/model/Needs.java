package praxis.processor.model;

import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.EventReader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which parts of a practice's state a run of records can touch, as far as the records alone say; a
 * store loads these and all that hangs on them.
 *
 * @param said for each booking patient with events of its own, what these say of it, in order: it
 *     may be matched, linked or ended, so that its appointments and candidates are needed too
 * @param records how many records the run has
 */
public record Needs(
        Set<BookingPatientId> bookingPatients,
        Map<BookingPatientId, List<PatientFields>> said,
        Set<BookingAppointmentId> appointments,
        Set<String> identityKeys,
        int records) {

    public static Needs of(Collection<Received> run) {
        Needs needs =
                new Needs(
                        new TreeSet<>(),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        run.size());
        run.forEach(needs::add);
        return needs;
    }

    /** The booking patients with events of their own. */
    public Set<BookingPatientId> personal() {
        return said.keySet();
    }

    private void add(Received received) {
        if (received.content() instanceof Received.Content.Webhook(EventReader.Reading reading)
                && reading instanceof EventReader.Reading.Understood(BookingEvent event)) {
            identityKeys.add(IdentityKey.of(received, event));
            switch (event) {
                case BookingEvent.PatientCreated(_, _, var id, PatientFields fields) ->
                        note(id, fields);
                case BookingEvent.PatientUpdated(_, _, var id, PatientFields fields) ->
                        note(id, fields);
                case BookingEvent.PatientDeleted(_, _, var id) -> note(id, PatientFields.none());
                case BookingEvent.AppointmentEvent appointment -> {
                    appointments.add(appointment.bookingAppointmentId());
                    appointment.bookingPatientId().ifPresent(bookingPatients::add);
                }
                case BookingEvent.Ping _ -> {
                    // Touches nothing.
                }
            }
        }
    }

    private void note(BookingPatientId id, PatientFields fields) {
        bookingPatients.add(id);
        said.computeIfAbsent(id, _ -> new ArrayList<>()).add(fields);
    }
}
