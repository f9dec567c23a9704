package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a record does: a log entry, without which there is no decision, and what is to be done to
 * the state.
 */
public record Decision(Entry entry, List<Effect> effects) {
    /** The outcome of an order that bears no seal of the read API: somebody forged it. */
    public static final String UNSEALED = "unsealed_command";

    public Decision {
        effects = List.copyOf(effects);
    }

    /**
     * What the log will say. Ids, field names and levels only, never a personal value.
     *
     * @param error in plain words, for the practice; empty unless something is wrong
     * @param outcome what it led to, in one word
     * @param match why a match ended as it did, where one was sought
     * @param notes what else is worth knowing, as short codes
     * @param command which order of staff it was; empty for the tool's events
     */
    public record Entry(
            ProcessingStatus status,
            Optional<String> eventType,
            Optional<String> error,
            String outcome,
            Concerns concerns,
            Optional<ReviewItem> review,
            Optional<Explanation> match,
            List<String> notes,
            Optional<Ordered> command) {
        public Entry {
            notes = List.copyOf(notes);
        }

        /** Of something that no person ordered, and where nobody was sought. */
        public Entry(
                ProcessingStatus status,
                Optional<String> eventType,
                Optional<String> error,
                String outcome,
                Concerns concerns,
                Optional<ReviewItem> review,
                List<String> notes) {
            this(
                    status,
                    eventType,
                    error,
                    outcome,
                    concerns,
                    review,
                    Optional.empty(),
                    notes,
                    Optional.empty());
        }

        public Entry withNote(String note) {
            List<String> more = new ArrayList<>(notes);
            more.add(note);
            return new Entry(
                    status, eventType, error, outcome, concerns, review, match, more, command);
        }
    }

    /**
     * Who ordered it.
     *
     * @param by the login
     */
    public record Ordered(UUID commandId, String by) {}

    /**
     * Whom and what it is about.
     *
     * @param earlierEvent the one that this settles
     */
    public record Concerns(
            Optional<BookingPatientId> bookingPatient,
            Optional<BookingAppointmentId> bookingAppointment,
            Optional<PatientId> patient,
            Optional<UUID> earlierEvent) {
        public static final Concerns NOBODY =
                new Concerns(Optional.empty(), Optional.empty(), Optional.empty());

        public Concerns(
                Optional<BookingPatientId> bookingPatient,
                Optional<BookingAppointmentId> bookingAppointment,
                Optional<PatientId> patient) {
            this(bookingPatient, bookingAppointment, patient, Optional.empty());
        }
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
