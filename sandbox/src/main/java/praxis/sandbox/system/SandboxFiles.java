package praxis.sandbox.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the sandbox keeps what: programs below the project's root, data below one directory.
 *
 * @param root the project's directory, where the modules have been built
 * @param data everything the sandbox writes; deleting it starts over
 */
public record SandboxFiles(Path root, Path data) {
    private static final String LOCK = "lock";

    public Path jarOf(Program program) {
        return root.resolve(program.module()).resolve("target").resolve(program.module() + ".jar");
    }

    Path testClassesOf(Program program) {
        return root.resolve(program.module()).resolve("target").resolve("test-classes");
    }

    public Path secrets() {
        return data.resolve("secrets.properties");
    }

    Path lock() {
        return data.resolve(LOCK);
    }

    Path running() {
        return data.resolve("running.properties");
    }

    public Path kafka() {
        return data.resolve("kafka");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    /** Deletes all data but the lock, which the caller holds. */
    void clear() {
        try (Stream<Path> entries = Files.list(data)) {
            List<Path> doomed =
                    entries.filter(entry -> !entry.getFileName().toString().equals(LOCK)).toList();
            for (Path entry : doomed) {
                delete(entry);
            }
        } catch (IOException failed) {
            throw new Trouble("Cannot clear " + data + ": " + failed.getMessage(), failed);
        }
    }

    public void createLogDirectory() {
        try {
            Files.createDirectories(data.resolve("logs"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
