package praxis.sandbox.system;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, none of them endless. */
final class LogTail {
    private static final int LINES = 10;
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_BYTES = 16_384;

    private LogTail() {}

    static String of(Path file) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MOST_BYTES, log.length())];
            log.seek(log.length() - bytes.length);
            log.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().map(LogTail::cut).toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(cannot be read)";
        }
    }

    private static String cut(String line) {
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + " …";
    }
}
