package praxis.sandbox.tool;

import java.time.Instant;

/**
 * An appointment in the tool's diary.
 *
 * @param version raised with each change; 0 where this part of the tool counts none
 */
record BookedAppointment(
        String id,
        String patientId,
        Instant start,
        int minutes,
        String therapist,
        String service,
        String status,
        int version) {

    BookedAppointment movedTo(Instant other) {
        return new BookedAppointment(
                id, patientId, other, minutes, therapist, service, status, nextVersion());
    }

    BookedAppointment withStatus(String other) {
        return new BookedAppointment(
                id, patientId, start, minutes, therapist, service, other, nextVersion());
    }

    private int nextVersion() {
        return version == 0 ? 0 : version + 1;
    }

    @Override
    public String toString() {
        return "BookedAppointment[" + id + "]";
    }
}
