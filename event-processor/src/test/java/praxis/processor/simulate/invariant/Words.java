package praxis.processor.simulate.invariant;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.Field;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is held of whom an event is about, field by field, under the names of the wire. */
final class Words {
    private Words() {}

    static Map<String, Field<String>> of(View view, Said said) {
        return said.isAboutAppointment()
                ? view.appointment(said.appointment()).map(Words::of).orElse(Map.of())
                : view.bookingPatient(said.patient()).map(Words::of).orElse(Map.of());
    }

    private static Map<String, Field<String>> of(Appointment appointment) {
        Appointment.Content content = appointment.content();
        return Map.of(
                "scheduled_at", content.scheduledAt().map(Appointment.ScheduledTime::text),
                "duration_minutes", content.durationMinutes().map(String::valueOf),
                "therapist_name", content.therapistName(),
                "service_name", content.serviceName(),
                "referrer", content.referrerJson());
    }

    private static Map<String, Field<String>> of(BookingPatient bookingPatient) {
        var facts = bookingPatient.facts();
        return Map.of(
                "email", facts.email(),
                "first_name", facts.firstName(),
                "last_name", facts.lastName(),
                "phone", facts.phone(),
                "date_of_birth", facts.dateOfBirth().map(String::valueOf));
    }

    /** What should be held after the event, if it counts. */
    static Optional<String> wanted(String name, Said said) {
        Optional<String> value = said.fields().getOrDefault(name, Optional.empty());
        return name.equals("referrer")
                ? value.map(campaign -> "{\"campaign\":\"" + campaign + "\"}")
                : value;
    }

    /** Of those that are made up here. */
    static boolean isPlaceholder(String name, Said said) {
        String value = said.fields().getOrDefault(name, Optional.empty()).orElse("");
        return switch (name) {
            case "first_name", "last_name" -> value.equals("Unbekannt");
            case "date_of_birth" -> value.equals("1900-01-01");
            case "email" -> value.toLowerCase(Locale.ROOT).equals("noreply@example.org");
            case "phone" -> value.equals("0");
            default -> false;
        };
    }
}
