package praxis.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.sandbox.system.Leash.Farewell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class LeashTest {
    private static final int SECONDS_TO_END = 30;

    @TempDir Path directory;

    @Test
    void endsWhatItHoldsWhenItsHolderIsGone() throws Exception {
        Process held = sleeper();
        Process released = sleeper();
        try {
            Leash leash = Leash.start(directory.resolve("leash.log"));
            leash.hold(held.pid(), Farewell.TERM);
            leash.hold(released.pid(), Farewell.TERM);
            leash.release(released.pid());
            leash.loseHolder();

            assertThat(held.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
            assertThat(released.isAlive()).isTrue();
        } finally {
            held.destroyForcibly();
            released.destroyForcibly();
        }
    }

    @Test
    void letsEverybodyLiveWhenItIsClosedInOrder() throws Exception {
        Process held = sleeper();
        try {
            Leash leash = Leash.start(directory.resolve("leash.log"));
            leash.hold(held.pid(), Farewell.TERM);
            leash.close();

            assertThat(leash.awaitEnd(SECONDS_TO_END)).isTrue();
            assertThat(held.isAlive()).isTrue();
        } finally {
            held.destroyForcibly();
        }
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }
}
