package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Stamp;

import java.util.Optional;

/**
 * One of the booking tool's patients: what it told us of them, and which of ours they are.
 *
 * @param patient ours, exactly while linked
 * @param facts all that was sent so far, laid over each other
 * @param stamp the newest proof of order among what was applied
 * @param changedOffset offset of the record that last changed this booking patient
 */
public record BookingPatient(
        BookingPatientId id,
        Standing standing,
        Optional<PatientId> patient,
        PatientFields facts,
        Stamp stamp,
        long changedOffset) {

    /** How the booking patient stands to our patients. */
    public enum Standing {
        /** Known only from appointments that name it. */
        UNKNOWN("unknown"),
        /** Told of, and a patient as soon as an appointment comes. */
        EXPECTED("expected"),
        /** A person has to decide. */
        IN_REVIEW("in_review"),
        LINKED("linked"),
        /** Dismissed by staff: later events are cached nowhere. */
        IGNORED("ignored"),
        /** Deleted in the tool. */
        ENDED("ended");

        private final String wireName;

        Standing(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    public BookingPatient {
        if ((standing == Standing.LINKED) != patient.isPresent()) {
            throw new IllegalArgumentException("linked means to have a patient, and only that");
        }
    }

    public static BookingPatient unknown(BookingPatientId id) {
        return new BookingPatient(
                id, Standing.UNKNOWN, Optional.empty(), PatientFields.none(), Stamp.NONE, 0);
    }

    public boolean isExpected() {
        return standing == Standing.EXPECTED;
    }

    public BookingPatient linkedTo(PatientId other) {
        return new BookingPatient(
                id, Standing.LINKED, Optional.of(other), facts, stamp, changedOffset);
    }

    public BookingPatient standing(Standing unlinked) {
        return new BookingPatient(id, unlinked, Optional.empty(), facts, stamp, changedOffset);
    }

    public BookingPatient saying(PatientFields newFacts, Stamp newStamp) {
        return new BookingPatient(id, standing, patient, newFacts, newStamp, changedOffset);
    }

    public BookingPatient at(Stamp otherStamp) {
        return saying(facts, otherStamp);
    }

    public BookingPatient changedAt(long offset) {
        return new BookingPatient(id, standing, patient, facts, stamp, offset);
    }

    public boolean saysTheSameAs(BookingPatient other) {
        return changedAt(0).equals(other.changedAt(0));
    }
}
