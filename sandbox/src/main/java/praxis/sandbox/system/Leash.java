package praxis.sandbox.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Ends the processes it holds when the sandbox itself is gone, however that happened. It is a small
 * shell process that waits for its standard input to close.
 */
public final class Leash implements AutoCloseable {
    /** How a process is asked to end; PostgreSQL takes TERM for "when all clients have left". */
    public enum Farewell {
        TERM,
        INT
    }

    private final Process shell;
    private final Writer words;

    private Leash(Process shell) {
        this.shell = shell;
        this.words = shell.outputWriter(StandardCharsets.US_ASCII);
    }

    public static Leash start(Path log) {
        try {
            return new Leash(
                    new ProcessBuilder("bash", "-c", script())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start());
        } catch (IOException failed) {
            throw new Trouble("Cannot start bash: " + failed.getMessage(), failed);
        }
    }

    public synchronized void hold(long pid, Farewell farewell) {
        say("hold " + pid + " " + farewell);
    }

    /** Its number may soon be another process's. */
    public synchronized void release(long pid) {
        say("release " + pid);
    }

    /** Lets everybody go. */
    @Override
    public synchronized void close() {
        say("done");
        loseHolder();
    }

    /** What happens by itself when the sandbox's process is killed. */
    synchronized void loseHolder() {
        try {
            words.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean awaitEnd(int seconds) throws InterruptedException {
        return shell.waitFor(seconds, TimeUnit.SECONDS);
    }

    private void say(String sentence) {
        try {
            words.write(sentence + "\n");
            words.flush();
        } catch (IOException gone) {
            throw new IllegalStateException("the leash is gone", gone);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Leash.class.getResourceAsStream("leash.sh")) {
            if (script == null) {
                throw new IllegalStateException("leash.sh is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
