package praxis.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

class CommandSealTest {
    private static final CommandSeal SEAL = seal("the key that two services hold");

    @Test
    void holdsForWhatWasSealed() {
        InboundRecord command = command("default", "id-1", "{}");

        assertThat(SEAL.holds(command, headersOf(SEAL, command))).isTrue();
    }

    @Test
    void breaksWithEveryPartThatMatters() {
        Headers headers = headersOf(SEAL, command("default", "id-1", "{}"));

        assertThat(SEAL.holds(command("other", "id-1", "{}"), headers)).isFalse();
        assertThat(SEAL.holds(command("default", "id-2", "{}"), headers)).isFalse();
        assertThat(SEAL.holds(command("default", "id-1", "{ }"), headers)).isFalse();
    }

    @Test
    void doesNotHoldUnderAnotherKeyOrWithoutAMac() {
        InboundRecord command = command("default", "id-1", "{}");

        assertThat(SEAL.holds(command, headersOf(seal("another key"), command))).isFalse();
        assertThat(SEAL.holds(command, command.toProducerRecord().headers())).isFalse();
    }

    private static CommandSeal seal(String key) {
        return new CommandSeal(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Headers headersOf(CommandSeal seal, InboundRecord command) {
        return seal.seal(command).headers();
    }

    private static InboundRecord command(String practice, String id, String body) {
        return new InboundRecord(
                InboundRecord.Kind.COMMAND,
                new PracticeId(practice),
                Optional.of(id),
                CommandSeal.SCHEME,
                "",
                Instant.parse("2026-03-02T09:15:30Z"),
                Bytes.of(new byte[InboundRecord.SALT_BYTES]),
                Bytes.of(new byte[InboundRecord.SHA256_BYTES]),
                false,
                Optional.empty(),
                Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
