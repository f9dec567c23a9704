package praxis.processor.handle;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

import praxis.schemas.command.CommandJson;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records as edge and read API would have appended them to one partition, one second apart. */
public final class Arrivals {
    /** Of the read API that {@link #order} stands for. */
    public static final Bytes COMMAND_KEY =
            Bytes.of("the read API and the processor..".getBytes(StandardCharsets.US_ASCII));

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final int partition;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    public Arrivals(int partition) {
        this.partition = partition;
    }

    public Arrivals add(PracticeId practice, String body) {
        return add(practice, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    public Arrivals add(PracticeId practice, Optional<String> webhookId, byte[] body) {
        return add(
                inbound(
                                InboundRecord.Kind.WEBHOOK,
                                practice,
                                webhookId,
                                "body",
                                "0123456789ab",
                                body)
                        .toProducerRecord());
    }

    /** An order of staff, as the read API seals it. */
    public Arrivals order(PracticeId practice, SentCommand command) {
        return add(
                new CommandSeal(COMMAND_KEY.toArray())
                        .seal(
                                inbound(
                                        InboundRecord.Kind.COMMAND,
                                        practice,
                                        Optional.of(command.id().toString()),
                                        CommandSeal.SCHEME,
                                        "",
                                        CommandJson.write(command))));
    }

    private InboundRecord inbound(
            InboundRecord.Kind kind,
            PracticeId practice,
            Optional<String> id,
            String scheme,
            String fingerprint,
            byte[] body) {
        long offset = records.size();
        byte[] salt = new byte[InboundRecord.SALT_BYTES];
        salt[0] = (byte) offset;
        return new InboundRecord(
                kind,
                practice,
                id,
                scheme,
                fingerprint,
                START.plusSeconds(offset),
                Bytes.of(salt),
                Bytes.of(RecordDigest.sha256().digest(body)),
                false,
                Optional.empty(),
                Bytes.of(body));
    }

    private Arrivals add(ProducerRecord<byte[], byte[]> sent) {
        return add(sent.value(), new RecordHeaders(sent.headers()));
    }

    /** Something that no edge has written. */
    public Arrivals add(byte[] value, RecordHeaders headers) {
        records.add(
                new ConsumerRecord<>(
                        Topics.INBOUND,
                        partition,
                        records.size(),
                        START.plusSeconds(records.size()).toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        0,
                        value.length,
                        new byte[0],
                        value,
                        headers,
                        Optional.of(0)));
        return this;
    }

    public List<ConsumerRecord<byte[], byte[]>> all() {
        return List.copyOf(records);
    }

    public static String patient(String id, String first, String last) {
        return """
        {"event_type":"patient.created","payload":{"booking_patient_id":"%s",\
        "email":"%s@example.org","first_name":"%s","last_name":"%s","date_of_birth":"%s"}}\
        """
                .formatted(id, id, first, last, birthdayOf(id));
    }

    /** Far from that of the next id: who is alike in all else would be asked about. */
    private static LocalDate birthdayOf(String id) {
        return LocalDate.of(1930, 1, 1).plusDays(Math.floorMod(id.hashCode() * 7_919, 25_000));
    }

    public static String appointment(String id, String patient) {
        return """
        {"event_type":"appointment.created","payload":{"booking_appointment_id":"%s",\
        "booking_patient_id":"%s","scheduled_at":"2026-05-04T09:00:00+02:00","duration_minutes":30}}\
        """
                .formatted(id, patient);
    }
}
