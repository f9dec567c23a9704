package praxis.schemas.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bodies under {@code golden/}, each with the reading that is expected of it beside it. */
public final class GoldenFiles {
    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final String MALFORMED = "malformed";
    private static final String EXPECTED = ".expected.json";

    private GoldenFiles() {}

    /** One body; shown by its name in test reports. */
    public record GoldenFile(Path body) {
        /** The event type, or {@code malformed}. */
        public String folder() {
            return body.getName(body.getNameCount() - 2).toString();
        }

        public String name() {
            return body.getFileName().toString().replace(".json", "");
        }

        public byte[] bytes() {
            return bytesOf(body);
        }

        Path expected() {
            return body.resolveSibling(name() + EXPECTED);
        }

        @Override
        public String toString() {
            return folder() + "/" + name();
        }
    }

    public static List<GoldenFile> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(GoldenFile::new)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<GoldenFile> valid() {
        return all().stream().filter(each -> !each.folder().equals(MALFORMED)).toList();
    }

    public static List<GoldenFile> malformed() {
        return all().stream().filter(each -> each.folder().equals(MALFORMED)).toList();
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
