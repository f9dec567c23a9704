package praxis.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.record.InboundRecord.HeaderNames;
import praxis.schemas.record.InboundRecord.Kind;
import praxis.schemas.record.InboundRecord.Reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

class InboundRecordTest {
    private static final String PERSONAL = "Zwetschgenbaum";
    private static final InboundRecord FULL =
            new InboundRecord(
                    Kind.WEBHOOK,
                    new PracticeId("praxis-am-park"),
                    Optional.of("msg_2x-ü"),
                    SignatureScheme.STANDARD_WEBHOOKS.wireName(),
                    "f1a9c0de",
                    Instant.parse("2026-03-02T09:15:30.123456Z"),
                    filled(InboundRecord.SALT_BYTES, 0xFE),
                    filled(InboundRecord.SHA256_BYTES, 0x80),
                    true,
                    Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                    text(PERSONAL));
    private static final InboundRecord BARE =
            new InboundRecord(
                    Kind.COMMAND,
                    PracticeId.DEFAULT,
                    Optional.empty(),
                    "",
                    "",
                    Instant.parse("2026-03-02T09:15:30Z"),
                    filled(InboundRecord.SALT_BYTES, 0),
                    filled(InboundRecord.SHA256_BYTES, 0),
                    false,
                    Optional.empty(),
                    text(""));

    @Test
    void comesBackFromItsHeaders() {
        assertThat(read(FULL.toProducerRecord())).isEqualTo(new Reading.Valid(FULL));
        assertThat(read(BARE.toProducerRecord())).isEqualTo(new Reading.Valid(BARE));
    }

    @Test
    void goesToTheInboundTopicUnderItsPractice() {
        ProducerRecord<byte[], byte[]> sent = FULL.toProducerRecord();

        assertThat(sent.topic()).isEqualTo(Topics.INBOUND);
        assertThat(sent.key()).isEqualTo("praxis-am-park".getBytes(StandardCharsets.UTF_8));
        assertThat(sent.value()).isEqualTo(FULL.body().toArray());
        assertThat(sent.partition()).isNull();
    }

    @Test
    void knowsReceiptToTheMicrosecondAsTheDatabaseKeepsIt() {
        Instant fine = Instant.parse("2026-03-02T09:15:30.123456789Z");
        InboundRecord record =
                new InboundRecord(
                        Kind.WEBHOOK,
                        PracticeId.DEFAULT,
                        Optional.empty(),
                        "body",
                        "f1a9c0de",
                        fine,
                        FULL.salt(),
                        FULL.sha256(),
                        false,
                        Optional.empty(),
                        text("{}"));

        assertThat(record.receivedAt()).isEqualTo(FULL.receivedAt());
        assertThat(read(record.toProducerRecord())).isEqualTo(new Reading.Valid(record));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HeaderNames.KIND,
                HeaderNames.PRACTICE,
                HeaderNames.RECEIVED_AT,
                HeaderNames.SALT,
                HeaderNames.SHA256,
                HeaderNames.TOPIC
            })
    void refusesRecordWithoutHeaderThatMatters(String name) {
        ProducerRecord<byte[], byte[]> sent = FULL.toProducerRecord();
        sent.headers().remove(name);

        assertThat(read(sent)).isInstanceOf(Reading.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HeaderNames.WEBHOOK_ID,
                HeaderNames.SCHEME,
                HeaderNames.SECRET_FINGERPRINT,
                HeaderNames.BACKFILL,
                HeaderNames.TRACEPARENT
            })
    void takesRecordWithoutTheOthers(String name) {
        ProducerRecord<byte[], byte[]> sent = FULL.toProducerRecord();
        sent.headers().remove(name);

        assertThat(read(sent)).isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "praxis-kind, Zwetschgenbaum",
                "praxis-kind, WEBHOOK",
                "praxis-kind, \"\"",
                "praxis-practice, Zwetschgenbaum",
                "praxis-practice, \"a b\"",
                "praxis-practice, \"\"",
                "praxis-received-at, Zwetschgenbaum",
                "praxis-received-at, 2026-03-02T09:15:30",
                "praxis-received-at, 1999-12-31T23:59:59Z",
                "praxis-received-at, 2200-01-01T00:00:00Z",
                "praxis-received-at, +1000000000-12-31T23:59:59.999999999Z",
                "praxis-salt, 15BytesZwetschg",
                "praxis-sha256, Zwetschgenbaum",
                "praxis-topic, booking.endpoints.v1",
                "praxis-webhook-id, a\0Zwetschgenbaum",
                "praxis-scheme, a\0Zwetschgenbaum",
                "praxis-secret-fingerprint, a\0Zwetschgenbaum"
            })
    void refusesBrokenHeaderWithoutRepeatingIt(String name, String value) {
        Reading reading = read(withHeader(name, value));

        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        assertThat(reading.toString()).doesNotContain(PERSONAL);
    }

    @Test
    void refusesIdThatNoIndexHolds() {
        assertThat(read(withHeader(HeaderNames.WEBHOOK_ID, "x".repeat(500))))
                .isInstanceOf(Reading.Valid.class);
        assertThat(read(withHeader(HeaderNames.WEBHOOK_ID, "x".repeat(501))))
                .isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void forgetsTraceThatIsNone() {
        assertThat(read(withHeader(HeaderNames.TRACEPARENT, "x".repeat(501))))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.record().traceparent()).isEmpty());
    }

    @Test
    void refusesHeaderWithoutValue() {
        ProducerRecord<byte[], byte[]> sent = FULL.toProducerRecord();
        sent.headers().remove(HeaderNames.SALT).add(HeaderNames.SALT, null);

        assertThat(read(sent)).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void refusesRecordWithoutValue() {
        assertThat(InboundRecord.read(null, FULL.toProducerRecord().headers()))
                .isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void backfillIsOnlyWhatSaysTrue() {
        assertThat(read(withHeader(HeaderNames.BACKFILL, "yes")))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.record().backfill()).isFalse());
    }

    @Test
    void showsNothingOfItsBody() {
        assertThat(FULL).hasToString("InboundRecord[WEBHOOK of praxis-am-park, 14 bytes]");
        assertThat(new Reading.Valid(FULL).toString()).doesNotContain(PERSONAL);
        assertThat(FULL.body()).hasToString("14 bytes");
    }

    private static Reading read(ProducerRecord<byte[], byte[]> sent) {
        return InboundRecord.read(sent.value(), sent.headers());
    }

    private static ProducerRecord<byte[], byte[]> withHeader(String name, String value) {
        ProducerRecord<byte[], byte[]> sent = FULL.toProducerRecord();
        Headers headers = sent.headers();
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        return sent;
    }

    private static Bytes filled(int length, int first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Bytes.of(bytes);
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
