package praxis.schemas.record;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One record of {@link Topics#INBOUND}: the exact bytes that arrived, and beside them, as headers,
 * what the edge knew when it accepted them.
 *
 * @param webhookId the signed {@code webhook-id}; empty under the body signature, where it would be
 *     unsigned
 * @param secretFingerprint which secret of the ring verified the delivery
 * @param receivedAt when the edge had the whole request; becomes {@code synced_at}
 * @param salt 16 random bytes that make the log's commitment to {@code body} unguessable
 * @param sha256 digest of {@code body}; the processor computes it again
 * @param backfill re-delivery of history: nobody is notified because of it
 */
public record InboundRecord(
        Kind kind,
        PracticeId practice,
        Optional<String> webhookId,
        String scheme,
        String secretFingerprint,
        Instant receivedAt,
        Bytes salt,
        Bytes sha256,
        boolean backfill,
        Optional<String> traceparent,
        Bytes body) {

    public static final int SALT_BYTES = 16;
    public static final int SHA256_BYTES = 32;

    /** Of any text in a header; an index of the database must be able to hold it. */
    public static final int MAXIMUM_TEXT_BYTES = 500;

    private static final List<String> KEPT_TEXTS =
            List.of(HeaderNames.WEBHOOK_ID, HeaderNames.SCHEME, HeaderNames.SECRET_FINGERPRINT);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Cut to microseconds, which is what the database keeps. */
    public InboundRecord {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What sort of record it is; each kind has its own reader. */
    public enum Kind {
        WEBHOOK("webhook"),
        COMMAND("command");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The header names of the topic's contract. */
    public static final class HeaderNames {
        public static final String KIND = "praxis-kind";
        public static final String PRACTICE = "praxis-practice";
        public static final String WEBHOOK_ID = "praxis-webhook-id";
        public static final String SCHEME = "praxis-scheme";
        public static final String SECRET_FINGERPRINT = "praxis-secret-fingerprint";
        public static final String RECEIVED_AT = "praxis-received-at";
        public static final String SALT = "praxis-salt";
        public static final String SHA256 = "praxis-sha256";
        public static final String TOPIC = "praxis-topic";
        public static final String BACKFILL = "praxis-backfill";
        public static final String TRACEPARENT = "traceparent";

        private HeaderNames() {}
    }

    /** What reading a record's headers gave. */
    public sealed interface Reading {
        record Valid(InboundRecord record) implements Reading {}

        /** The record does not keep the contract; {@code reason} carries no personal value. */
        record Invalid(String reason) implements Reading {}
    }

    public ProducerRecord<byte[], byte[]> toProducerRecord() {
        List<Header> headers = new ArrayList<>();
        put(headers, HeaderNames.KIND, kind.wireName());
        put(headers, HeaderNames.PRACTICE, practice.value());
        webhookId.ifPresent(id -> put(headers, HeaderNames.WEBHOOK_ID, id));
        put(headers, HeaderNames.SCHEME, scheme);
        put(headers, HeaderNames.SECRET_FINGERPRINT, secretFingerprint);
        put(headers, HeaderNames.RECEIVED_AT, receivedAt.toString());
        headers.add(new RecordHeader(HeaderNames.SALT, salt.toArray()));
        headers.add(new RecordHeader(HeaderNames.SHA256, sha256.toArray()));
        // The edge names the topic it meant: a client that mixes buffers up (as kafka-clients
        // before 4.1.2 could) is caught by the processor and not applied.
        put(headers, HeaderNames.TOPIC, Topics.INBOUND);
        if (backfill) {
            put(headers, HeaderNames.BACKFILL, "true");
        }
        traceparent.ifPresent(trace -> put(headers, HeaderNames.TRACEPARENT, trace));
        return new ProducerRecord<>(
                Topics.INBOUND,
                null,
                practice.value().getBytes(StandardCharsets.UTF_8),
                body.toArray(),
                headers);
    }

    /** Reads what stands on the topic; does not compare {@code sha256} with the body. */
    public static Reading read(byte @Nullable [] value, Headers headers) {
        Optional<Kind> kind = kind(headers);
        String practice = text(headers, HeaderNames.PRACTICE).orElse("");
        Optional<Instant> receivedAt = instant(headers, HeaderNames.RECEIVED_AT);
        Optional<Bytes> salt = bytes(headers, HeaderNames.SALT, SALT_BYTES);
        Optional<Bytes> sha256 = bytes(headers, HeaderNames.SHA256, SHA256_BYTES);
        if (value == null) {
            return new Reading.Invalid("the record has no value");
        }
        if (!text(headers, HeaderNames.TOPIC).orElse("").equals(Topics.INBOUND)) {
            return new Reading.Invalid("the record was meant for another topic");
        }
        if (kind.isEmpty()) {
            return unusable(HeaderNames.KIND);
        }
        if (!PracticeId.isValid(practice)) {
            return unusable(HeaderNames.PRACTICE);
        }
        if (receivedAt.isEmpty()) {
            return unusable(HeaderNames.RECEIVED_AT);
        }
        if (salt.isEmpty()) {
            return unusable(HeaderNames.SALT);
        }
        if (sha256.isEmpty()) {
            return unusable(HeaderNames.SHA256);
        }
        for (String name : KEPT_TEXTS) {
            if (headers.lastHeader(name) != null && text(headers, name).isEmpty()) {
                return unusable(name);
            }
        }
        return new Reading.Valid(
                new InboundRecord(
                        kind.get(),
                        new PracticeId(practice),
                        text(headers, HeaderNames.WEBHOOK_ID),
                        text(headers, HeaderNames.SCHEME).orElse(""),
                        text(headers, HeaderNames.SECRET_FINGERPRINT).orElse(""),
                        receivedAt.get(),
                        salt.get(),
                        sha256.get(),
                        text(headers, HeaderNames.BACKFILL).orElse("").equals("true"),
                        text(headers, HeaderNames.TRACEPARENT),
                        Bytes.of(value)));
    }

    private static Reading unusable(String name) {
        return new Reading.Invalid("header " + name + " is missing or not usable");
    }

    private static Optional<Kind> kind(Headers headers) {
        String kind = text(headers, HeaderNames.KIND).orElse("");
        return Arrays.stream(Kind.values()).filter(each -> each.wireName().equals(kind)).findAny();
    }

    private static void put(List<Header> headers, String name, String value) {
        headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty also where the bytes could not be stored: no text of the database holds a NUL. */
    private static Optional<String> text(Headers headers, String name) {
        return header(headers, name)
                .filter(value -> value.length <= MAXIMUM_TEXT_BYTES)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .filter(text -> text.indexOf('\0') < 0);
    }

    private static Optional<Instant> instant(Headers headers, String name) {
        try {
            return text(headers, name)
                    .map(Instant::parse)
                    .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Bytes> bytes(Headers headers, String name, int length) {
        return header(headers, name).filter(value -> value.length == length).map(Bytes::of);
    }

    private static Optional<byte[]> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
    }

    /** Never the body: it holds personal data. */
    @Override
    public String toString() {
        return "InboundRecord[" + kind + " of " + practice + ", " + body.length() + " bytes]";
    }
}
