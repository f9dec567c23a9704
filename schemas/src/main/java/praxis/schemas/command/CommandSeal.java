package praxis.schemas.command;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Topics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a command comes from the read API: HMAC-SHA256 under a key that only read API and
 * processor hold, so that a broken edge cannot act as an admin.
 */
public final class CommandSeal {
    public static final String HEADER = "praxis-mac";

    /** What {@code praxis-scheme} says of a command. */
    public static final String SCHEME = "command-mac";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "praxis-command-v1";

    private final SecretKeySpec key;

    public CommandSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The record as it goes onto the topic. */
    public ProducerRecord<byte[], byte[]> seal(InboundRecord command) {
        ProducerRecord<byte[], byte[]> record = command.toProducerRecord();
        record.headers().add(new RecordHeader(HEADER, mac(command)));
        return record;
    }

    public boolean holds(InboundRecord command, Headers headers) {
        Header sent = headers.lastHeader(HEADER);
        return sent != null && MessageDigest.isEqual(sent.value(), mac(command));
    }

    /** Over everything that a decision depends on, length before content. */
    private byte[] mac(InboundRecord command) {
        Mac mac = fresh();
        for (String text :
                List.of(
                        PURPOSE,
                        Topics.INBOUND,
                        command.kind().wireName(),
                        command.practice().value(),
                        command.webhookId().orElse(""),
                        command.receivedAt().toString(),
                        Boolean.toString(command.backfill()))) {
            update(mac, text.getBytes(StandardCharsets.UTF_8));
        }
        update(mac, command.body().toArray());
        return mac.doFinal();
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }

    private Mac fresh() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
