package praxis.processor.apply;

import praxis.processor.model.BookingState;
import praxis.processor.model.Settings;
import praxis.schemas.record.PracticeId;

/** States as a store would load them just now, and which nobody else holds. */
public final class StateCopies {
    private StateCopies() {}

    public static BookingState of(Snapshot snapshot, PracticeId practice) {
        PracticeTables tables = snapshot.practices().get(practice);
        return (tables == null ? PracticeTables.empty(Settings.DEFAULT) : tables).toState(practice);
    }
}
