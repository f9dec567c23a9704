package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.Changes;
import praxis.processor.model.Patient;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.TakenIdentity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A state as it was at one moment, comparable with itself at another. */
record Snapshot(
        List<Patient> patients,
        List<BookingPatient> bookingPatients,
        List<Appointment> appointments,
        List<ReviewItem> reviews,
        List<TakenIdentity> identities) {
    private static final UUID NO_EVENT = new UUID(0, 0);

    static Snapshot of(BookingState state) {
        Changes all = state.changes();
        return new Snapshot(
                List.copyOf(all.patients().values()),
                List.copyOf(all.bookingPatients().values()),
                List.copyOf(all.appointments().values()),
                List.copyOf(all.reviews().values()),
                List.copyOf(all.identities().values()));
    }

    /** Which event spoke last for an open question is not of the state's essence. */
    Snapshot withoutEvents() {
        return new Snapshot(
                patients,
                bookingPatients,
                appointments,
                reviews.stream()
                        .map(
                                item ->
                                        item.askedAgainAs(
                                                item.kind(),
                                                item.candidates(),
                                                item.dueAt(),
                                                NO_EVENT,
                                                Optional.empty()))
                        .toList(),
                identities);
    }
}
