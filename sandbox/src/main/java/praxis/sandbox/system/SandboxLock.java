package praxis.sandbox.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Sees to it that one data directory is used by one running sandbox only. */
public final class SandboxLock implements AutoCloseable {
    private final SandboxFiles files;
    private final FileChannel channel;

    private SandboxLock(SandboxFiles files, FileChannel channel) {
        this.files = files;
        this.channel = channel;
    }

    /** Throws {@link Trouble} when another sandbox holds it. */
    public static SandboxLock take(SandboxFiles files) {
        try {
            OwnerOnly.createDirectory(files.data());
            FileChannel channel =
                    FileChannel.open(
                            files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Trouble(alreadyRunning(files));
            }
            return new SandboxLock(files, channel);
        } catch (IOException failed) {
            throw new Trouble("Cannot use " + files.data() + ": " + failed.getMessage(), failed);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String alreadyRunning(SandboxFiles files) {
        String where =
                RunningSandbox.find(files)
                        .map(running -> " (process " + running.pid() + ")")
                        .orElse(" (it is still starting, or already stopping)");
        return "A sandbox is already running here" + where + ". Stop it with Ctrl-C first.";
    }

    /** Deletes all data of the sandbox: nobody else uses it while this lock is held. */
    public void clearData() {
        files.clear();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
