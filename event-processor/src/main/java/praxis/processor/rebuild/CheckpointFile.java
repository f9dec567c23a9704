package praxis.processor.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;

/** A checkpoint as a file: its lines, the public key and, last, the signature over all of that. */
final class CheckpointFile {
    private static final String KEY = "key ";
    private static final String SIGNATURE = "signature ";

    /** Far more than thousands of partitions need. */
    private static final long MOST_BYTES = 1 << 20;

    private CheckpointFile() {}

    /** What reading a file gave. */
    sealed interface Reading {
        record Genuine(Checkpoint checkpoint) implements Reading {}

        /** It says that it is a checkpoint, and nobody with our key has signed what it says. */
        record Forged() implements Reading {}

        /** Not there, or no checkpoint at all. */
        record Unusable(String reason) implements Reading {}
    }

    /**
     * Whoever looks meanwhile sees the old file or the new one, never a part; for the owner's eyes.
     *
     * @throws UncheckedIOException when it cannot be written; then nothing has changed
     */
    static void write(Path file, Checkpoint checkpoint, CheckpointKey key) {
        String body = checkpoint.text() + KEY + key.publicKey() + "\n";
        byte[] signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
        String text = body + SIGNATURE + Base64.getEncoder().encodeToString(signature) + "\n";
        Path target = file.toAbsolutePath();
        try {
            // Made for its owner alone, by default.
            Path unfinished =
                    Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
            try {
                writeOut(unfinished, text);
                Files.move(
                        unfinished,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void writeOut(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    static Reading read(Path file, CheckpointKey key) {
        try {
            if (!Files.isRegularFile(file)) {
                return new Reading.Unusable("there is no such file");
            }
            if (Files.size(file) > MOST_BYTES) {
                return new Reading.Unusable("the file is too large for a checkpoint");
            }
            return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), key);
        } catch (IOException failed) {
            return new Reading.Unusable("the file cannot be read");
        }
    }

    private static Reading read(String text, CheckpointKey key) {
        int at = text.lastIndexOf("\n" + SIGNATURE) + 1;
        if (at == 0) {
            return new Reading.Unusable("the file is no checkpoint: nothing in it is a signature");
        }
        String body = text.substring(0, at);
        boolean ours =
                text.endsWith("\n")
                        && decoded(text.substring(at + SIGNATURE.length(), text.length() - 1))
                                .filter(
                                        signature ->
                                                key.hasSigned(
                                                        body.getBytes(StandardCharsets.UTF_8),
                                                        signature))
                                .isPresent();
        // Nothing of what it says is looked at before that.
        if (!ours) {
            return new Reading.Forged();
        }
        return Checkpoint.of(body.substring(0, body.lastIndexOf("\n" + KEY) + 1))
                .<Reading>map(Reading.Genuine::new)
                .orElseGet(() -> new Reading.Unusable("the file was written by another release"));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
