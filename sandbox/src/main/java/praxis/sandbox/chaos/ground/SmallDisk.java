package praxis.sandbox.chaos.ground;

import praxis.sandbox.system.Trouble;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A disk in memory that is small enough to be filled up. */
public final class SmallDisk implements AutoCloseable {
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final String BALLAST = "ballast";
    private static final int PIECE = 1 << 20;
    private static final int PAGE = 4 * 1024;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Empty where this machine or user may not mount. */
    static Optional<SmallDisk> mount(Path directory, int mebibytes) throws InterruptedException {
        try {
            Files.createDirectories(directory);
            String options = "size=" + mebibytes + "m,mode=0700";
            return run("mount", "-t", "tmpfs", "-o", options, "praxis-chaos", directory.toString())
                    ? Optional.of(new SmallDisk(directory))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A run that was killed leaves its disk behind. */
    static void removeLeftover(Path directory) throws InterruptedException {
        while (isMounted(directory)) {
            unmount(directory);
        }
    }

    /** Takes all the room there is, as a neighbour's file would. */
    public void fill() {
        Path ballast = directory.resolve(BALLAST);
        try (OutputStream out = Files.newOutputStream(ballast)) {
            fill(out, PIECE);
            fill(out, PAGE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void makeRoom() {
        try {
            Files.deleteIfExists(directory.resolve(BALLAST));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** To be called when nobody uses it any more. */
    @Override
    public void close() {
        try {
            unmount(directory);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unmounting", interrupted);
        }
    }

    private static void fill(OutputStream out, int pieceSize) {
        byte[] piece = new byte[pieceSize];
        try {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // Which is what was wanted.
            return;
        }
    }

    private static void unmount(Path directory) throws InterruptedException {
        if (!run("umount", directory.toString())) {
            throw new Trouble("Cannot unmount " + directory + ".");
        }
    }

    private static boolean isMounted(Path directory) {
        if (!Files.exists(MOUNTS)) {
            return false;
        }
        try (Stream<String> mounts = Files.lines(MOUNTS)) {
            String where = " " + directory.toAbsolutePath() + " ";
            return mounts.anyMatch(mount -> mount.contains(where));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
