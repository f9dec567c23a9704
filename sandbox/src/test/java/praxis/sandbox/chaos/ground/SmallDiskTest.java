package praxis.sandbox.chaos.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class SmallDiskTest {
    private static final int MEBIBYTES = 4;

    @TempDir Path directory;

    @Test
    void isFullUntilRoomIsMade() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount(directory, MEBIBYTES);
        assumeTrue(mounted.isPresent(), "nothing may be mounted here");
        try (SmallDisk disk = mounted.get()) {
            disk.fill();
            assertThat(Files.getFileStore(directory).getUsableSpace()).isZero();

            disk.makeRoom();

            assertThat(Files.getFileStore(directory).getUsableSpace())
                    .isEqualTo((long) MEBIBYTES << 20);
        }
    }

    @Test
    void isRemovedWhereKilledRunHasLeftIt() throws Exception {
        Optional<SmallDisk> left = SmallDisk.mount(directory, MEBIBYTES);
        assumeTrue(left.isPresent(), "nothing may be mounted here");
        Path file = Files.writeString(directory.resolve("file"), "of a killed run");

        SmallDisk.removeLeftover(directory);

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesOrdinaryDirectoriesAlone() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "of somebody");

        SmallDisk.removeLeftover(directory);

        assertThat(file).exists();
    }
}
