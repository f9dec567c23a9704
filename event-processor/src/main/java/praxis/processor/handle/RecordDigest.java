package praxis.processor.handle;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord.HeaderNames;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells one record from another that stands at the same offset of another log. */
public final class RecordDigest {
    private RecordDigest() {}

    /** SHA-256 over the record's salt and value: no two records that were accepted share it. */
    public static Bytes of(ConsumerRecord<byte[], byte[]> record) {
        return commitment(salt(record), record.value() == null ? new byte[0] : record.value());
    }

    /** As it came, of whatever length; empty where none did. */
    static byte[] salt(ConsumerRecord<byte[], byte[]> record) {
        Header salt = record.headers().lastHeader(HeaderNames.SALT);
        return salt == null || salt.value() == null ? new byte[0] : salt.value();
    }

    /** SHA-256 over salt and body: what the log keeps of a payload that is taken away. */
    public static Bytes commitment(byte[] salt, byte[] body) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return Bytes.of(digest.digest(body));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
