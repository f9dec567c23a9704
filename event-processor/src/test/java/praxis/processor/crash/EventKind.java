package praxis.processor.crash;

import org.apache.kafka.common.header.internals.RecordHeaders;

import praxis.processor.handle.Arrivals;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** What the edge appends. */
enum EventKind implements Kind {
    PATIENT_CREATED,
    PATIENT_UPDATED(patient()) {
        @Override
        List<String> records() {
            return List.of(
                    """
                    {"event_type":"patient.updated","payload":{"booking_patient_id":"B{n}",\
                    "email":"c{n}@example.org","phone":"+49 30 66{m}"}}\
                    """);
        }
    },
    PATIENT_DELETED(patient(), appointment()) {
        @Override
        List<String> records() {
            return List.of(patientDeleted());
        }
    },
    APPOINTMENT_CREATED(patient()) {
        @Override
        List<String> records() {
            return List.of(appointment());
        }
    },
    APPOINTMENT_BEFORE_ITS_PATIENT {
        @Override
        List<String> records() {
            return List.of(appointment());
        }
    },
    PATIENT_AFTER_APPOINTMENT(appointment()),
    APPOINTMENT_UPDATED(patient(), appointment()) {
        @Override
        List<String> records() {
            return List.of(appointment("updated", "{n}", "11"));
        }
    },
    APPOINTMENT_CANCELLED(patient(), appointment()) {
        @Override
        List<String> records() {
            return List.of(
                    """
                    {"event_type":"appointment.cancelled","payload":\
                    {"booking_appointment_id":"A{n}"}}\
                    """);
        }
    },
    STALE(appointment(), versioned("{n}", 2, "10")) {
        @Override
        List<String> records() {
            return List.of(versioned("{n}", 1, "11"));
        }
    },
    DUPLICATE(patient()),
    NEEDS_REVIEW(patient()) {
        @Override
        List<String> records() {
            return List.of(namesake());
        }
    },
    PING {
        @Override
        List<String> records() {
            return List.of("{\"event_type\":\"ping\",\"payload\":{}}");
        }
    },
    UNKNOWN_TYPE {
        @Override
        List<String> records() {
            return List.of("{\"event_type\":\"invoice.sent\",\"payload\":{}}");
        }
    },
    MISSING_FIELD {
        @Override
        List<String> records() {
            return List.of(nameless());
        }
    },
    NOT_JSON {
        @Override
        List<String> records() {
            return List.of("{n} is not JSON");
        }
    },
    NOT_FROM_AN_EDGE {
        @Override
        void add(Arrivals arrivals, PracticeId practice, String body) {
            arrivals.add(body.getBytes(StandardCharsets.UTF_8), new RecordHeaders());
        }
    };

    private static final List<String> SYLLABLES =
            List.of("bo", "ter", "lin", "kas", "rum", "fen", "mag", "sol");

    /** Five syllables, in another order than that of the numbers. */
    private static final int NAMES = 32_768;

    private static final int STRIDE = 7_919;

    /** A body a line. */
    private final String before;

    EventKind(String... before) {
        this.before = String.join("\n", before);
    }

    /** The newcomer himself, where nothing else is said. */
    List<String> records() {
        return List.of(patient());
    }

    void add(Arrivals arrivals, PracticeId practice, String body) {
        arrivals.add(practice, body);
    }

    @Override
    public Arrivals before(Arrivals arrivals, PracticeId practice, int number) {
        return tell(arrivals, practice, before, number);
    }

    @Override
    public Arrivals come(Arrivals arrivals, PracticeId practice, int number, KnownIds known) {
        records().forEach(body -> add(arrivals, practice, numbered(body, number)));
        return arrivals;
    }

    /** Webhooks, a body a line. */
    static Arrivals tell(Arrivals arrivals, PracticeId practice, String bodies, int number) {
        bodies.lines().forEach(body -> arrivals.add(practice, numbered(body, number)));
        return arrivals;
    }

    private static String numbered(String body, int number) {
        return body.replace("{n}", Integer.toString(number))
                .replace("{m}", "%05d".formatted(number % 100_000))
                .replace("{name}", name(number))
                .replace("{day}", LocalDate.of(1930, 1, 1).plusDays(number).toString())
                .replace("{later day}", LocalDate.of(1970, 1, 1).plusDays(number).toString());
    }

    /** No two sound alike: nobody shall be taken for his neighbour. */
    private static String name(int number) {
        int left = Math.floorMod(number * STRIDE, NAMES);
        StringBuilder name = new StringBuilder("Wa");
        for (int all = NAMES; all > 1; all /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(left % SYLLABLES.size()));
            left /= SYLLABLES.size();
        }
        return name.toString();
    }

    static String patient() {
        return patient("{n}", "+49 30 55{m}");
    }

    static String appointment() {
        return appointment("created", "{n}", "09");
    }

    static String patientDeleted() {
        return """
        {"event_type":"patient.deleted","payload":{"booking_patient_id":"B{n}"}}\
        """;
    }

    /** At a time that another time policy reads differently. */
    static String appointmentInUtc() {
        return appointment().replace("+02:00", "Z");
    }

    /** A patient of whom nothing is said. */
    static String nameless() {
        return "{\"event_type\":\"patient.created\",\"payload\":{}}";
    }

    /** The appointment A{n}, under a booking patient whom nobody knows. */
    static String appointmentOfAnother() {
        return appointment().replace("\"B{n}\"", "\"G{n}\"");
    }

    /** Somebody else, F{n}, at the mailbox of the patient. */
    static String namesake() {
        return """
        {"event_type":"patient.created","payload":{"booking_patient_id":"F{n}",\
        "email":"b{n}@example.org","first_name":"Cosima","last_name":"{name}quendel",\
        "date_of_birth":"{later day}"}}\
        """;
    }

    static String patient(String number, String phone) {
        return """
        {"event_type":"patient.created","payload":{"booking_patient_id":"B%1$s",\
        "email":"b%1$s@example.org","first_name":"Ada","last_name":"{name}",\
        "phone":"%2$s","date_of_birth":"{day}"}}\
        """
                .formatted(number, phone);
    }

    static String appointment(String deed, String number, String hour) {
        return """
        {"event_type":"appointment.%s","payload":{"booking_appointment_id":"A%s",\
        "booking_patient_id":"B%s","scheduled_at":"2027-05-04T%s:00:00+02:00",\
        "duration_minutes":30}}\
        """
                .formatted(deed, number, number, hour);
    }

    private static String versioned(String number, int version, String hour) {
        return appointment("updated", number, hour)
                .replace(
                        "\"duration_minutes\"", "\"version\":" + version + ",\"duration_minutes\"");
    }
}
