package praxis.processor.simulate.traffic;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.Stamp;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an event means, as the one who made it up knows: nothing here was read from the bytes.
 *
 * @param patient the tool's id; empty where the event names none
 * @param appointment the tool's id; empty where the event is about none
 * @param fields by their canonical names; an empty value is an explicit {@code null}
 */
public record Said(
        EventType type,
        Optional<String> patient,
        Optional<String> appointment,
        Map<String, Optional<String>> fields,
        Optional<String> eventId,
        Optional<Stamp.Version> version,
        Optional<Instant> occurredAt) {
    public Said {
        // Sorted, so that a history reads the same each time.
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public boolean isAboutAppointment() {
        return appointment.isPresent();
    }

    public boolean isPing() {
        return type == EventType.PING;
    }

    public boolean isSilentOn(String field) {
        return !fields.containsKey(field);
    }

    public boolean clears(String field) {
        Optional<String> value = fields.get(field);
        return value != null && value.isEmpty();
    }

    @Override
    public String toString() {
        return type.wireName()
                + patient.map(id -> " of " + id).orElse("")
                + appointment.map(id -> " " + id).orElse("")
                + eventId.map(id -> " event_id=" + id).orElse("")
                + version.map(said -> " " + said.kind().wireName() + "=" + said.number()).orElse("")
                + occurredAt.map(time -> " occurred_at=" + time).orElse("")
                + " "
                + inWords();
    }

    private String inWords() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue().orElse("null"))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
