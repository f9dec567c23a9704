package praxis.sandbox.bench.ground;

import praxis.sandbox.bench.measure.Distribution;
import praxis.sandbox.bench.measure.Samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How long the disk takes to say that it has something: what every durable write waits for. */
final class DiskProbe {
    private static final int WRITES = 200;
    private static final int BYTES = 8 * 1024;

    private DiskProbe() {}

    /** Appends to a file of its own in {@code directory}. */
    static Distribution of(Path directory) throws IOException {
        Path file = directory.resolve("disk-probe");
        ByteBuffer page = ByteBuffer.allocateDirect(BYTES);
        Samples times = new Samples();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                page.clear();
                long begin = System.nanoTime();
                channel.write(page);
                channel.force(false);
                times.add(System.nanoTime() - begin);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return times.distribution();
    }
}
