package praxis.processor.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.rebuild.CheckpointFile.Reading;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class CheckpointFileTest {
    private static final CheckpointKey KEY = CheckpointKey.derivedFrom(Bytes.of(new byte[32]));
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    new TopicId("AAAAAAAAAAAAAAAAAAAAAA"),
                    Instant.parse("2026-03-02T08:00:00Z"),
                    new TreeMap<>(
                            Map.of(
                                    3, new TreeHead(4711, Bytes.of(new byte[32])),
                                    11, new TreeHead(1, Bytes.of(new byte[32])))));

    @TempDir Path directory;

    @Test
    void readsWhatItWrote() {
        assertThat(CheckpointFile.read(written(), KEY)).isEqualTo(new Reading.Genuine(CHECKPOINT));
    }

    @Test
    void showsItToItsOwnerAloneAndLeavesNothingElse() throws IOException {
        Path file = written();
        CheckpointFile.write(file, CHECKPOINT, KEY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void believesNoByteThatWasChanged() throws IOException {
        Path file = written();
        byte[] honest = Files.readAllBytes(file);
        for (int at = 0; at < honest.length; at++) {
            byte[] changed = honest.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(CheckpointFile.read(file, KEY))
                    .as("byte " + at)
                    .isNotInstanceOf(Reading.Genuine.class);
        }
        Files.writeString(file, new String(honest, StandardCharsets.UTF_8) + "\n");
        assertThat(CheckpointFile.read(file, KEY)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void believesNobodyElse() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        Path file = directory.resolve("theirs");
        CheckpointFile.write(file, CHECKPOINT, CheckpointKey.derivedFrom(Bytes.of(otherKey)));

        assertThat(CheckpointFile.read(file, KEY)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void saysWhatIsNoCheckpoint() throws IOException {
        Path file = Files.writeString(directory.resolve("shopping"), "milk\nbread\n");

        assertThat(CheckpointFile.read(file, KEY))
                .isEqualTo(
                        new Reading.Unusable(
                                "the file is no checkpoint: nothing in it is a signature"));
        assertThat(CheckpointFile.read(directory.resolve("none"), KEY))
                .isEqualTo(new Reading.Unusable("there is no such file"));
    }

    private Path written() {
        Path file = directory.resolve("checkpoint");
        CheckpointFile.write(file, CHECKPOINT, KEY);
        return file;
    }
}
