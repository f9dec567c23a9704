package praxis.processor.apply;

import org.jdbi.v3.core.Handle;

import praxis.processor.apply.MatchKeyDao.Bearer;
import praxis.processor.apply.NameCountDao.Count;
import praxis.processor.model.BookingState;
import praxis.processor.model.Changes;
import praxis.processor.model.Counted;
import praxis.processor.model.MatchKey;
import praxis.processor.model.PatientId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Function;

/** Writes what changed in the states of a batch, each kind of thing in one statement. */
final class StateWriting {
    private final Collection<BookingState> states;

    private StateWriting(Collection<BookingState> states) {
        this.states = states;
    }

    static void write(Handle handle, Collection<BookingState> states) {
        StateWriting writing = new StateWriting(states);
        PracticeDao.write(handle, List.copyOf(states));
        PracticeDao.writeSettings(handle, writing.changed(Changes.Office.SETTINGS));
        TherapistDao.write(handle, writing.changed(Changes.Office.DIRECTORY));
        // Somebody else may have the login by now, and two never have the same.
        PatientDao.releaseLogins(handle, writing.each(Changes::loginsReleased));
        PatientDao.write(handle, writing.written(Changes::patients));
        MatchKeyDao.remove(handle, writing.each(changes -> bearers(changes.keysRemoved())));
        MatchKeyDao.add(handle, writing.each(changes -> bearers(changes.keysAdded())));
        NameCountDao.add(handle, writing.each(changes -> moved(changes.counts())));
        BookingPatientDao.write(handle, writing.written(Changes::bookingPatients));
        AppointmentDao.drop(handle, writing.each(Changes::appointmentsDropped));
        AppointmentDao.write(handle, writing.written(Changes::appointments));
        KeptApartDao.write(handle, writing.each(Changes::keptApart));
        CalendarFeedDao.drop(handle, writing.each(Changes::calendarFeedsDropped));
        CalendarFeedDao.write(handle, writing.each(changes -> changes.calendarFeeds().values()));
        IdentityDao.write(handle, writing.written(Changes::identities));
        ReviewDao.write(handle, writing.each(changes -> changes.reviews().values()));
    }

    private List<BookingState> changed(Changes.Office part) {
        return states.stream().filter(state -> state.changes().office().contains(part)).toList();
    }

    private <K, V> Written<V> written(Function<Changes, Map<K, V>> part) {
        List<InPractice<V>> created = new ArrayList<>();
        List<InPractice<V>> changed = new ArrayList<>();
        for (BookingState state : states) {
            Changes changes = state.changes();
            part.apply(changes)
                    .forEach(
                            (id, value) ->
                                    (changes.created().contains(id) ? created : changed)
                                            .add(new InPractice<>(state.practice(), value)));
        }
        return new Written<>(created, changed);
    }

    private <T> List<InPractice<T>> each(Function<Changes, Collection<T>> part) {
        List<InPractice<T>> rows = new ArrayList<>();
        for (BookingState state : states) {
            for (T value : part.apply(state.changes())) {
                rows.add(new InPractice<>(state.practice(), value));
            }
        }
        return rows;
    }

    private static List<Count> moved(Map<Counted, Integer> counts) {
        List<Count> moved = new ArrayList<>();
        counts.forEach(
                (counted, more) -> {
                    if (more != 0) {
                        moved.add(new Count(counted, more));
                    }
                });
        return moved;
    }

    private static List<Bearer> bearers(Map<MatchKey, NavigableSet<PatientId>> index) {
        List<Bearer> bearers = new ArrayList<>();
        index.forEach(
                (key, patients) ->
                        patients.forEach(patient -> bearers.add(new Bearer(key, patient))));
        return bearers;
    }
}
