package praxis.processor.apply;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Lifelike records, the same ones for the same seed: five times as many appointments as patients.
 */
final class Traffic {
    private static final String[] FIRST = {
        "Anneliese", "Björn", "Cläre", "Dörte", "Eberhard", "Friederike", "Götz", "Hannelore",
        "Ingo", "Jörg", "Käthe", "Lothar", "Margarete", "Nils", "Ottilie", "Philipp"
    };
    private static final String[] LAST = {
        "Ackerknecht",
        "Bärwinkel",
        "Clasmeier",
        "Dornbusch",
        "Eßlinger",
        "Fährmann",
        "Grüneklee",
        "Hasenöhrl",
        "Immenkötter",
        "Jürgensmeier",
        "Köpenicker",
        "Lüdenhausen",
        "Möllenbeck"
    };
    private static final String[] THERAPISTS = {"Frau Quitt", "Herr Tannhäuser", "Frau Yildizli"};
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");

    private final Random random;
    private final int partition;
    private final int practices;
    private final List<Known> patients = new ArrayList<>();
    private final List<Known> appointments = new ArrayList<>();
    private long offset;

    /** Somebody or something that was told of before. */
    private record Known(String practice, int number, String patient) {}

    Traffic(long seed, int partition, int practices) {
        this.random = new Random(seed);
        this.partition = partition;
        this.practices = practices;
    }

    List<ConsumerRecord<byte[], byte[]>> next(int records) {
        List<ConsumerRecord<byte[], byte[]>> made = new ArrayList<>(records);
        for (int i = 0; i < records; i++) {
            made.add(next());
        }
        return made;
    }

    private ConsumerRecord<byte[], byte[]> next() {
        int kind = random.nextInt(6);
        if (kind == 0 || patients.isEmpty()) {
            return patient();
        }
        return random.nextInt(10) < 7 || appointments.isEmpty() ? booking() : change();
    }

    private ConsumerRecord<byte[], byte[]> patient() {
        int number = patients.size();
        String practice = practice(random.nextInt(practices));
        patients.add(new Known(practice, number, "bp-" + number));
        String first = FIRST[random.nextInt(FIRST.length)];
        String last = LAST[random.nextInt(LAST.length)] + (number % 7919);
        return record(
                practice,
                """
                {"event_type":"patient.created","payload":{"booking_patient_id":"bp-%d",\
                "email":"%s.%d@example.org","vorname":"%s","nachname":"%s","telefon":"0151 %07d",\
                "geburtsdatum":"%d-%02d-%02d","geschlecht":"weiblich"}}\
                """
                        .formatted(
                                number,
                                first.toLowerCase(Locale.ROOT).charAt(0),
                                number,
                                first,
                                last,
                                number,
                                1930 + random.nextInt(90),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28)));
    }

    private ConsumerRecord<byte[], byte[]> booking() {
        Known patient = patients.get(random.nextInt(patients.size()));
        Known booked = new Known(patient.practice(), appointments.size(), patient.patient());
        appointments.add(booked);
        return appointment("appointment.created", booked);
    }

    private ConsumerRecord<byte[], byte[]> change() {
        Known known = appointments.get(random.nextInt(appointments.size()));
        return random.nextInt(4) == 0
                ? record(
                        known.practice(),
                        """
                        {"event_type":"appointment.cancelled","payload":\
                        {"booking_appointment_id":"ba-%d","reason":"krank %d"}}\
                        """
                                .formatted(known.number(), offset))
                : appointment("appointment.updated", known);
    }

    private ConsumerRecord<byte[], byte[]> appointment(String type, Known known) {
        Instant at = START.plus(Duration.ofMinutes(15L * random.nextInt(20_000)));
        return record(
                known.practice(),
                """
                {"event_type":"%s","payload":{"booking_appointment_id":"ba-%d",\
                "booking_patient_id":"%s","scheduled_at":"%s","duration_minutes":%d,\
                "therapist_name":"%s","service_name":"Krankengymnastik","status":"scheduled",\
                "referrer":{"arzt":"Dr. Wegwarte","praxis":"Am Brückentor"},"notiz":"%d"}}\
                """
                        .formatted(
                                type,
                                known.number(),
                                known.patient(),
                                at,
                                20 + 10 * random.nextInt(4),
                                THERAPISTS[random.nextInt(THERAPISTS.length)],
                                offset));
    }

    private static String practice(int number) {
        return "praxis-" + number;
    }

    private ConsumerRecord<byte[], byte[]> record(String practice, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] salt = new byte[InboundRecord.SALT_BYTES];
        random.nextBytes(salt);
        ProducerRecord<byte[], byte[]> produced =
                new InboundRecord(
                                InboundRecord.Kind.WEBHOOK,
                                new PracticeId(practice),
                                Optional.empty(),
                                "body",
                                "0f3c5a7e",
                                START.plusMillis(offset),
                                Bytes.of(salt),
                                Bytes.of(sha256(body)),
                                false,
                                Optional.empty(),
                                Bytes.of(body))
                        .toProducerRecord();
        return new ConsumerRecord<>(
                Topics.INBOUND,
                partition,
                offset++,
                START.toEpochMilli(),
                TimestampType.CREATE_TIME,
                practice.length(),
                body.length,
                produced.key(),
                produced.value(),
                produced.headers(),
                Optional.of(1));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
