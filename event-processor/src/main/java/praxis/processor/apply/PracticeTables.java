package praxis.processor.apply;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.BookingState.KeptApart;
import praxis.processor.model.CalendarFeed;
import praxis.processor.model.Changes;
import praxis.processor.model.Counted;
import praxis.processor.model.Directory;
import praxis.processor.model.MatchKey;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.Settings;
import praxis.processor.model.TakenIdentity;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** All that is kept of one practice; two stores that hold the same are told by equality. */
public record PracticeTables(
        Settings settings,
        Directory directory,
        Optional<Instant> lastSignOfLife,
        Map<PatientId, Patient> patients,
        Map<MatchKey, NavigableSet<PatientId>> matchKeys,
        Map<Counted, Integer> counts,
        Map<BookingPatientId, BookingPatient> bookingPatients,
        Map<BookingAppointmentId, Appointment> appointments,
        Map<String, TakenIdentity> identities,
        Map<UUID, ReviewItem> reviews,
        Set<KeptApart> keptApart,
        Map<PatientId, CalendarFeed> calendarFeeds) {

    /** Of a practice that nothing has happened in. */
    public static PracticeTables empty(Settings settings) {
        return new PracticeTables(
                settings,
                Directory.EMPTY,
                Optional.empty(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashMap<>());
    }

    /** All that a state, folded from nothing, has come to hold. */
    public static PracticeTables of(BookingState folded) {
        PracticeTables tables = empty(folded.settings());
        tables.put(folded.changes());
        return tables.standing(folded);
    }

    /** With what there is one of in a practice, as a state that holds all of it has it. */
    PracticeTables standing(BookingState state) {
        return with(
                state.settings(), state.directory(), Optional.ofNullable(state.lastSignOfLife()));
    }

    PracticeTables seenAt(Optional<Instant> lastSign) {
        return with(settings, directory, lastSign);
    }

    PracticeTables listing(Directory therapists) {
        return with(settings, therapists, lastSignOfLife);
    }

    private PracticeTables with(Settings chosen, Directory therapists, Optional<Instant> lastSign) {
        return new PracticeTables(
                chosen,
                therapists,
                lastSign,
                patients,
                matchKeys,
                counts,
                bookingPatients,
                appointments,
                identities,
                reviews,
                keptApart,
                calendarFeeds);
    }

    void put(MatchKey key, PatientId bearer) {
        matchKeys.computeIfAbsent(key, _ -> new TreeSet<>()).add(bearer);
    }

    void put(Changes changes) {
        patients.putAll(changes.patients());
        changes.keysRemoved().forEach(this::remove);
        changes.keysAdded().forEach((key, bearers) -> bearers.forEach(one -> put(key, one)));
        changes.counts().forEach(this::count);
        bookingPatients.putAll(changes.bookingPatients());
        changes.appointmentsDropped().forEach(appointments::remove);
        appointments.putAll(changes.appointments());
        identities.putAll(changes.identities());
        reviews.putAll(changes.reviews());
        keptApart.addAll(changes.keptApart());
        changes.calendarFeedsDropped().forEach(calendarFeeds::remove);
        calendarFeeds.putAll(changes.calendarFeeds());
    }

    private void count(Counted counted, int more) {
        int now = counts.getOrDefault(counted, 0) + more;
        if (now == 0) {
            counts.remove(counted);
        } else {
            counts.put(counted, now);
        }
    }

    private void remove(MatchKey key, Set<PatientId> bearers) {
        matchKeys.computeIfPresent(
                key,
                (_, left) -> {
                    left.removeAll(bearers);
                    return left.isEmpty() ? null : left;
                });
    }

    /** The practice as a store hands it out, whole. */
    BookingState toState(PracticeId practice) {
        BookingState state = new BookingState(practice, settings);
        state.load(directory);
        patients.values().forEach(state::load);
        matchKeys.forEach((key, bearers) -> bearers.forEach(one -> state.load(key, one)));
        counts.forEach(state::load);
        bookingPatients.values().forEach(state::load);
        appointments.values().forEach(state::load);
        identities.values().forEach(state::load);
        reviews.values().forEach(state::load);
        keptApart.forEach(state::load);
        calendarFeeds.values().forEach(state::load);
        lastSignOfLife.ifPresent(state::noteSignOfLife);
        return state;
    }

    @Override
    public String toString() {
        return "PracticeTables[" + appointments.size() + " appointments]";
    }
}
