package praxis.read.commands;

import org.apache.kafka.clients.producer.ProducerRecord;

import praxis.schemas.command.CommandJson;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Makes sealed records of commands. */
public final class CommandSealing {
    private static final String NO_SECRET = "";

    private final CommandSeal seal;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public CommandSealing(Bytes key, InstantSource clock) {
        this.seal = new CommandSeal(key.toArray());
        this.clock = clock;
    }

    /** Stands in for a key that nobody gave. */
    String nonce() {
        return HexFormat.of().formatHex(random());
    }

    ProducerRecord<byte[], byte[]> record(PracticeId practice, SentCommand sent) {
        byte[] body = CommandJson.write(sent);
        return seal.seal(
                new InboundRecord(
                        InboundRecord.Kind.COMMAND,
                        practice,
                        Optional.of(sent.id().toString()),
                        CommandSeal.SCHEME,
                        NO_SECRET,
                        clock.instant(),
                        Bytes.of(random()),
                        Bytes.of(sha256(body)),
                        false,
                        Optional.empty(),
                        Bytes.of(body)));
    }

    private byte[] random() {
        byte[] bytes = new byte[InboundRecord.SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
