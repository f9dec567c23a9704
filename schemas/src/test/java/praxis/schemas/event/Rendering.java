package praxis.schemas.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.event.BookingEvent.AppointmentEvent;
import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientCreated;
import praxis.schemas.event.BookingEvent.PatientDeleted;
import praxis.schemas.event.BookingEvent.PatientEvent;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.BookingEvent.PatientUpdated;
import praxis.schemas.event.BookingEvent.Ping;
import praxis.schemas.event.EventReader.Reading;

import java.util.List;
import java.util.Optional;

/** Shows a reading as JSON in which absent, null and a value ("= …") are told apart at a glance. */
final class Rendering {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode shown = MAPPER.createObjectNode();

    private Rendering() {}

    static String of(Reading reading) {
        Rendering rendering = new Rendering();
        rendering.show(reading);
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(rendering.shown)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void show(Reading reading) {
        switch (reading) {
            case Reading.NotJson _ -> shown.put("reading", "not JSON");
            case Reading.UnknownType(String type) ->
                    shown.put("reading", "unknown type").put("type", type);
            case Reading.Malformed(Optional<String> type, List<FieldProblem> problems) -> {
                shown.put("reading", "malformed");
                optional("type", type);
                ObjectNode reasons = shown.putObject("problems");
                problems.forEach(each -> reasons.put(each.field(), each.reason()));
            }
            case Reading.Understood(BookingEvent event) -> {
                shown.put("reading", "understood");
                show(event);
            }
        }
    }

    private void show(BookingEvent event) {
        shown.put("type", event.type().wireName());
        optional("event_id", event.eventId());
        optional("occurred_at", event.stamp().occurredAt());
        optional(
                "version",
                event.stamp().version().map(each -> each.kind().wireName() + " " + each.number()));
        switch (event) {
            case Ping _ -> {}
            case PatientEvent patient -> show(patient);
            case AppointmentEvent appointment -> show(appointment);
        }
    }

    private void show(PatientEvent event) {
        shown.put("booking_patient_id", "= " + event.bookingPatientId().value());
        switch (event) {
            case PatientCreated created -> show(created.fields());
            case PatientUpdated updated -> show(updated.fields());
            case PatientDeleted _ -> {}
        }
    }

    private void show(PatientFields fields) {
        field("email", fields.email());
        field("first_name", fields.firstName());
        field("last_name", fields.lastName());
        field("phone", fields.phone());
        field("date_of_birth", fields.dateOfBirth());
        field("gender", fields.gender().map(Gender::wireName));
    }

    private void show(AppointmentEvent event) {
        AppointmentFields fields = event.fields();
        shown.put("booking_appointment_id", "= " + event.bookingAppointmentId().value());
        optional("booking_patient_id", event.bookingPatientId().map(BookingPatientId::value));
        field(
                "scheduled_at",
                fields.scheduledAt().map(time -> time.instant() + ", sent as " + time.text()));
        field("duration_minutes", fields.durationMinutes());
        field("therapist_name", fields.therapistName());
        field("service_name", fields.serviceName());
        field("status", fields.status().map(AppointmentStatus::wireName));
        field("referrer", fields.referrerJson());
    }

    private void optional(String name, Optional<?> value) {
        shown.put(name, value.map(Rendering::value).orElse("absent"));
    }

    private void field(String name, Field<?> field) {
        shown.put(
                name,
                switch (field) {
                    case Field.Absent<?> _ -> "absent";
                    case Field.Cleared<?> _ -> "null";
                    case Field.Value<?>(Object value) -> value(value);
                });
    }

    private static String value(Object value) {
        return "= " + value;
    }
}
