package praxis.schemas.event;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.json.StrictJson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns raw bytes into a {@link BookingEvent}, or into a value that says what is wrong with them.
 * Never throws on anything that came from outside.
 */
public final class EventReader {
    private EventReader() {}

    /** What the bytes turned out to be. */
    public sealed interface Reading {
        record Understood(BookingEvent event) implements Reading {}

        record NotJson() implements Reading {}

        /** JSON, but the envelope or the payload breaks the contract. */
        record Malformed(Optional<String> type, List<FieldProblem> problems) implements Reading {}

        /** A proper envelope with a type that we do not know. */
        record UnknownType(String type) implements Reading {}
    }

    public static Reading read(byte[] bytes) {
        return read(StrictJson.parse(bytes));
    }

    /** Reads what was parsed already; empty stands for bytes that were not JSON. */
    public static Reading read(Optional<JsonNode> document) {
        return document.map(EventReader::read).orElseGet(Reading.NotJson::new);
    }

    private static Reading read(JsonNode document) {
        return switch (Envelope.glance(document)) {
            case Envelope.Glance.Unusable(List<FieldProblem> problems) ->
                    new Reading.Malformed(Optional.empty(), problems);
            case Envelope.Glance.Usable(Envelope envelope) -> read(envelope);
        };
    }

    private static Reading read(Envelope envelope) {
        Optional<EventType> type =
                Arrays.stream(EventType.values())
                        .filter(each -> each.wireName().equals(envelope.type()))
                        .findAny();
        if (type.isEmpty()) {
            return new Reading.UnknownType(envelope.type());
        }
        List<FieldProblem> problems = new ArrayList<>();
        BookingEvent event = read(type.get(), envelope, problems);
        // A ping is a sign of life, whatever else it says.
        return problems.isEmpty() || type.get() == EventType.PING
                ? new Reading.Understood(event)
                : new Reading.Malformed(Optional.of(envelope.type()), List.copyOf(problems));
    }

    private static BookingEvent read(
            EventType type, Envelope envelope, List<FieldProblem> problems) {
        Optional<String> id = StampReader.eventId(envelope, problems);
        Stamp stamp = StampReader.stamp(envelope, problems);
        PayloadReader payload = new PayloadReader(envelope.payload(), problems);
        return switch (type) {
            case PING -> new BookingEvent.Ping(id, stamp);
            case PATIENT_DELETED -> new BookingEvent.PatientDeleted(id, stamp, patientId(payload));
            case PATIENT_CREATED ->
                    new BookingEvent.PatientCreated(
                            id, stamp, patientId(payload), patientFields(payload, true));
            case PATIENT_UPDATED ->
                    new BookingEvent.PatientUpdated(
                            id, stamp, patientId(payload), patientFields(payload, false));
            case APPOINTMENT_CREATED ->
                    new BookingEvent.AppointmentCreated(
                            id,
                            stamp,
                            appointmentId(payload),
                            Optional.of(payload.requiredId("booking_patient_id", "patient_id"))
                                    .map(BookingPatientId::new),
                            appointmentFields(payload, true));
            case APPOINTMENT_UPDATED ->
                    new BookingEvent.AppointmentUpdated(
                            id,
                            stamp,
                            appointmentId(payload),
                            Optional.of(payload.requiredId("booking_patient_id", "patient_id"))
                                    .map(BookingPatientId::new),
                            appointmentFields(payload, true));
            case APPOINTMENT_CANCELLED ->
                    new BookingEvent.AppointmentCancelled(
                            id,
                            stamp,
                            appointmentId(payload),
                            payload.optionalId("booking_patient_id", "patient_id")
                                    .map(BookingPatientId::new),
                            appointmentFields(payload, false));
        };
    }

    private static BookingPatientId patientId(PayloadReader payload) {
        return new BookingPatientId(payload.requiredId("booking_patient_id", "id"));
    }

    private static BookingAppointmentId appointmentId(PayloadReader payload) {
        return new BookingAppointmentId(payload.requiredId("booking_appointment_id", "id"));
    }

    private static PatientFields patientFields(PayloadReader payload, boolean emailRequired) {
        return new PatientFields(
                payload.email(emailRequired),
                payload.text(1, 100, "first_name", "vorname"),
                payload.text(1, 100, "last_name", "nachname"),
                payload.text(0, 30, "phone", "telefon"),
                payload.birthDate("date_of_birth", "geburtsdatum"),
                payload.gender("gender", "geschlecht"));
    }

    private static AppointmentFields appointmentFields(PayloadReader payload, boolean required) {
        return new AppointmentFields(
                payload.sentTime(required),
                payload.duration(required),
                payload.text(0, 200, "therapist_name"),
                payload.text(0, 200, "service_name"),
                payload.status(),
                payload.referrer());
    }
}
