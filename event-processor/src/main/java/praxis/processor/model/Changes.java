package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.UUID;

/**
 * What effects changed since the state was made, each thing once, in its last form.
 *
 * @param counts by how much the number of active patients changed who have this
 * @param loginsReleased whose login is another now, or none
 * @param created the ids of those that the state did not hold before
 * @param office what changed of the practice itself
 */
public record Changes(
        Map<PatientId, Patient> patients,
        Map<BookingPatientId, BookingPatient> bookingPatients,
        Map<BookingAppointmentId, Appointment> appointments,
        Set<BookingAppointmentId> appointmentsDropped,
        Map<String, TakenIdentity> identities,
        Map<UUID, ReviewItem> reviews,
        Set<BookingState.KeptApart> keptApart,
        Map<PatientId, CalendarFeed> calendarFeeds,
        Set<PatientId> calendarFeedsDropped,
        Set<PatientId> loginsReleased,
        Map<MatchKey, NavigableSet<PatientId>> keysAdded,
        Map<MatchKey, NavigableSet<PatientId>> keysRemoved,
        Map<Counted, Integer> counts,
        Set<Object> created,
        Set<Office> office) {
    /** What there is one of in a practice. */
    public enum Office {
        SETTINGS,
        DIRECTORY
    }

    Changes(PatientIndex.Changes index) {
        this(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                index.keysAdded(),
                index.keysRemoved(),
                index.counts(),
                new HashSet<>(),
                EnumSet.noneOf(Office.class));
    }

    <K, V> void put(Map<K, V> held, Map<K, V> changed, K id, V value) {
        if (!held.containsKey(id)) {
            created.add(id);
        }
        changed.put(id, value);
    }

    void clear() {
        patients.clear();
        bookingPatients.clear();
        appointments.clear();
        appointmentsDropped.clear();
        identities.clear();
        reviews.clear();
        keptApart.clear();
        calendarFeeds.clear();
        calendarFeedsDropped.clear();
        loginsReleased.clear();
        keysAdded.clear();
        keysRemoved.clear();
        counts.clear();
        created.clear();
        office.clear();
    }
}
