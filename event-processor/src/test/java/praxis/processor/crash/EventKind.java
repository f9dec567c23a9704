package praxis.processor.crash;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

import praxis.processor.handle.Arrivals;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kind of record: what must have happened before one comes, and the record itself. */
public enum EventKind {
    PATIENT_CREATED,
    PATIENT_UPDATED(patient("{n}", "+49 30 55{m}")) {
        @Override
        List<String> records() {
            return List.of(
                    """
                    {"event_type":"patient.updated","payload":{"booking_patient_id":"B{n}",\
                    "email":"c{n}@example.org","phone":"+49 30 66{m}"}}\
                    """);
        }
    },
    PATIENT_DELETED(patient("{n}", "+49 30 55{m}"), appointment("created", "{n}", "09")) {
        @Override
        List<String> records() {
            return List.of(
                    """
                    {"event_type":"patient.deleted","payload":{"booking_patient_id":"B{n}"}}\
                    """);
        }
    },
    APPOINTMENT_CREATED(patient("{n}", "+49 30 55{m}")) {
        @Override
        List<String> records() {
            return List.of(appointment("created", "{n}", "09"));
        }
    },
    APPOINTMENT_BEFORE_ITS_PATIENT {
        @Override
        List<String> records() {
            return List.of(appointment("created", "{n}", "09"));
        }
    },
    PATIENT_AFTER_APPOINTMENT(appointment("created", "{n}", "09")),
    APPOINTMENT_UPDATED(patient("{n}", "+49 30 55{m}"), appointment("created", "{n}", "09")) {
        @Override
        List<String> records() {
            return List.of(appointment("updated", "{n}", "11"));
        }
    },
    APPOINTMENT_CANCELLED(patient("{n}", "+49 30 55{m}"), appointment("created", "{n}", "09")) {
        @Override
        List<String> records() {
            return List.of(
                    """
                    {"event_type":"appointment.cancelled","payload":\
                    {"booking_appointment_id":"A{n}"}}\
                    """);
        }
    },
    STALE(appointment("created", "{n}", "09"), versioned("{n}", 2, "10")) {
        @Override
        List<String> records() {
            return List.of(versioned("{n}", 1, "11"));
        }
    },
    DUPLICATE(patient("{n}", "+49 30 55{m}")),
    NEEDS_REVIEW(patient("{n}", "+49 30 55{m}")) {
        @Override
        List<String> records() {
            return List.of(
                    """
                    {"event_type":"patient.created","payload":{"booking_patient_id":"F{n}",\
                    "email":"b{n}@example.org","first_name":"Cosima","last_name":"Quendel",\
                    "date_of_birth":"2001-07-09"}}\
                    """);
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
            return List.of("{\"event_type\":\"patient.created\",\"payload\":{}}");
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

    /** A body a line. */
    private final String before;

    EventKind(String... before) {
        this.before = String.join("\n", before);
    }

    /** The newcomer himself, where nothing else is said. */
    List<String> records() {
        return List.of(patient("{n}", "+49 30 55{m}"));
    }

    void add(Arrivals arrivals, PracticeId practice, String body) {
        arrivals.add(practice, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** What must have happened to whom or what bears the number. */
    public List<ConsumerRecord<byte[], byte[]>> before(
            int partition, PracticeId practice, int number) {
        Arrivals arrivals = new Arrivals(partition);
        before.lines()
                .forEach(
                        body ->
                                arrivals.add(
                                        practice,
                                        Optional.empty(),
                                        numbered(body, number).getBytes(StandardCharsets.UTF_8)));
        return arrivals.all();
    }

    /** The records of this kind, of whom or what bears the number. */
    public List<ConsumerRecord<byte[], byte[]>> records(
            int partition, PracticeId practice, int number) {
        Arrivals arrivals = new Arrivals(partition);
        records().forEach(body -> add(arrivals, practice, numbered(body, number)));
        return arrivals.all();
    }

    /** One of each kind, all in one: each of its own {@code number}. */
    public static List<ConsumerRecord<byte[], byte[]>> ofAllKinds(
            int partition, PracticeId practice, int number, boolean before) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        int own = number * values().length;
        for (EventKind kind : values()) {
            all.addAll(
                    before
                            ? kind.before(partition, practice, own)
                            : kind.records(partition, practice, own));
            own++;
        }
        return all;
    }

    private static String numbered(String body, int number) {
        return body.replace("{n}", Integer.toString(number))
                .replace("{m}", "%05d".formatted(number % 100_000))
                .replace("{name}", name(number))
                .replace("{day}", LocalDate.of(1930, 1, 1).plusDays(number).toString());
    }

    /** No two sound alike: nobody shall be taken for his neighbour. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder("Wa");
        for (int rest = number; rest > 0; rest /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return name.toString();
    }

    private static String patient(String number, String phone) {
        return """
        {"event_type":"patient.created","payload":{"booking_patient_id":"B%1$s",\
        "email":"b%1$s@example.org","first_name":"Ada","last_name":"{name}",\
        "phone":"%2$s","date_of_birth":"{day}"}}\
        """
                .formatted(number, phone);
    }

    private static String appointment(String deed, String number, String hour) {
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
