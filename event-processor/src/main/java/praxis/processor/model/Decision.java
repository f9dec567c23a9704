package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a record does: a log entry, without which there is no decision, and what is to be done to
 * the state.
 */
public record Decision(Entry entry, List<Effect> effects) {
    public Decision {
        effects = List.copyOf(effects);
    }

    /**
     * What the log will say. Ids, field names and levels only, never a personal value.
     *
     * @param error in plain words, for the practice; empty unless something is wrong
     * @param outcome what it led to, in one word
     * @param notes what else is worth knowing, as short codes
     */
    public record Entry(
            ProcessingStatus status,
            Optional<String> eventType,
            Optional<String> error,
            String outcome,
            Concerns concerns,
            Optional<ReviewItem> review,
            List<String> notes) {
        public Entry {
            notes = List.copyOf(notes);
        }

        public Entry withNote(String note) {
            List<String> more = new ArrayList<>(notes);
            more.add(note);
            return new Entry(status, eventType, error, outcome, concerns, review, more);
        }
    }

    /** Whom and what it is about. */
    public record Concerns(
            Optional<BookingPatientId> bookingPatient,
            Optional<BookingAppointmentId> bookingAppointment,
            Optional<PatientId> patient) {
        public static final Concerns NOBODY =
                new Concerns(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Decision and(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return new Decision(entry, more);
    }

    public Decision withNote(String note) {
        return new Decision(entry.withNote(note), effects);
    }
}
