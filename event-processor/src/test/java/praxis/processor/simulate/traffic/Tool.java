package praxis.processor.simulate.traffic;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.Stamp;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What one practice's booking tool holds, and what it has to say of it. */
final class Tool {
    private static final int PATIENTS = 5;
    private static final int APPOINTMENTS = 6;

    private final SplittableRandom random;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Stamp.Kind kind;
    private final int skewSeconds;
    private final String label;
    private int named;

    Tool(String label, SplittableRandom random) {
        this.label = label;
        this.random = random;
        this.kind = List.of(Stamp.Kind.VERSION, Stamp.Kind.SEQUENCE).get(random.nextInt(2));
        this.skewSeconds = random.nextInt(4) == 0 ? random.nextInt(-900, 900) : 0;
    }

    Said next(Instant now) {
        String patient = "B" + (1 + random.nextInt(PATIENTS));
        String appointment = "A" + (1 + random.nextInt(APPOINTMENTS));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> person(EventType.PATIENT_CREATED, patient, now);
            case 3, 4, 5 -> person(EventType.PATIENT_UPDATED, patient, now);
            case 6 -> about(EventType.PATIENT_DELETED, patient, Optional.empty(), Map.of(), now);
            case 7, 8, 9, 10 -> visit(EventType.APPOINTMENT_CREATED, appointment, now);
            case 11, 12, 13, 14 -> visit(EventType.APPOINTMENT_UPDATED, appointment, now);
            case 15, 16, 17, 18 -> visit(EventType.APPOINTMENT_CANCELLED, appointment, now);
            default ->
                    new Said(
                            EventType.PING,
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
        };
    }

    private Said person(EventType type, String patient, Instant now) {
        Person known = people.computeIfAbsent(patient, _ -> Person.any(random));
        Person person = oneIn(8) ? known.mistyped(random) : known;
        boolean full = type == EventType.PATIENT_CREATED;
        Map<String, Optional<String>> fields = new HashMap<>();
        if (full || oneIn(3)) {
            String address = person.address();
            fields.put("email", Optional.of(oneIn(6) ? address.toUpperCase(Locale.ROOT) : address));
        }
        maybe(fields, full, "first_name", person.first());
        maybe(fields, full, "last_name", person.last());
        maybe(fields, full, "date_of_birth", person.birth());
        maybe(fields, full, "phone", person.phone());
        maybe(fields, full, "gender", gender(person));
        return about(type, patient, Optional.empty(), fields, now);
    }

    private static String gender(Person person) {
        return switch (person.gender()) {
            case "f" -> "weiblich";
            case "m" -> "male";
            default -> "unbekannt";
        };
    }

    private Said visit(EventType type, String appointment, Instant now) {
        String usual =
                owners.computeIfAbsent(appointment, _ -> "B" + (1 + random.nextInt(PATIENTS)));
        String owner = oneIn(20) ? "B" + (1 + random.nextInt(PATIENTS)) : usual;
        boolean cancels = type == EventType.APPOINTMENT_CANCELLED;
        Map<String, Optional<String>> fields = new HashMap<>();
        if (!cancels || oneIn(3)) {
            int day = 1 + random.nextInt(28);
            String month = oneIn(6) ? "2026-02-" : "2026-05-";
            fields.put(
                    "scheduled_at",
                    Optional.of(
                            month
                                    + (day < 10 ? "0" : "")
                                    + day
                                    + "T10:00:00"
                                    + (oneIn(3) ? "Z" : "+02:00")));
            fields.put(
                    "duration_minutes", Optional.of(String.valueOf(15 * (1 + random.nextInt(4)))));
        }
        maybe(fields, false, "therapist_name", oneIn(2) ? "Dr. Ida Brandt" : "Jo Mertens");
        maybe(fields, false, "service_name", oneIn(2) ? "Massage" : "Erstgespräch");
        if (oneIn(6)) {
            fields.put("referrer", Optional.of("campaign-" + random.nextInt(2)));
        }
        if (oneIn(3)) {
            fields.put("status", Optional.of(oneIn(4) ? "completed" : "scheduled"));
        } else if (oneIn(12)) {
            fields.put("status", Optional.of("cancelled"));
        }
        Optional<String> patient = cancels && oneIn(2) ? Optional.empty() : Optional.of(owner);
        return about(type, patient, Optional.of(appointment), fields, now);
    }

    /** Absent, explicitly null, or said. */
    private void maybe(
            Map<String, Optional<String>> fields, boolean usual, String name, String value) {
        int choice = random.nextInt(10);
        if (choice == 0) {
            fields.put(name, Optional.empty());
        } else if (usual ? choice > 1 : choice > 5) {
            fields.put(name, Optional.of(value));
        }
    }

    private Said about(
            EventType type,
            String patient,
            Optional<String> appointment,
            Map<String, Optional<String>> fields,
            Instant now) {
        return about(type, Optional.of(patient), appointment, fields, now);
    }

    private Said about(
            EventType type,
            Optional<String> patient,
            Optional<String> appointment,
            Map<String, Optional<String>> fields,
            Instant now) {
        String entity = appointment.orElseGet(() -> patient.orElse(""));
        long version = versions.merge(entity, 1L, Long::sum);
        int stamped = random.nextInt(6);
        Instant occurred = now.plusSeconds(skewSeconds + random.nextInt(3));
        return new Said(
                type,
                patient,
                appointment,
                fields,
                oneIn(4) ? Optional.of(label + "-e" + named++) : Optional.empty(),
                stamped < 2 ? Optional.of(new Stamp.Version(kind, version)) : Optional.empty(),
                stamped == 1 || stamped > 3 ? Optional.of(occurred) : Optional.empty());
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
