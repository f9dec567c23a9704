package praxis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Stops the server that a killed run left running in a data directory. */
final class LeftoverServer {
    private static final int PATIENCE_SECONDS = 30;

    private LeftoverServer() {}

    static void stop(Path dataDirectory) throws IOException {
        refuseIfInUse(dataDirectory.resolve("epg-lock"));
        // The file outlives a crash of the machine, and its number may be anybody's by now.
        pid(dataDirectory)
                .flatMap(ProcessHandle::of)
                .filter(LeftoverServer::isPostgres)
                .ifPresent(LeftoverServer::stop);
    }

    /** As the server itself has noted it; empty when it has ended in order. */
    static Optional<Long> pid(Path dataDirectory) {
        Path file = dataDirectory.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Optional.of(Long.parseLong(Files.readAllLines(file).getFirst().trim()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The library holds this lock as long as the process that started the server lives. */
    private static void refuseIfInUse(Path lockFile) throws IOException {
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException("its data directory is in use by a running program");
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(name -> name.endsWith("/postgres")).isPresent();
    }

    /** Returns when it is gone; also fine when it was before. */
    static void stopImmediately(long pid) {
        ProcessHandle.of(pid)
                .filter(LeftoverServer::isPostgres)
                .ifPresent(postmaster -> end(postmaster, "QUIT"));
    }

    private static void stop(ProcessHandle postmaster) {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        end(postmaster, "INT");
    }

    private static void end(ProcessHandle postmaster, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            CompletableFuture<ProcessHandle> end = postmaster.onExit();
            end.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (IOException failed) {
            throw new IllegalStateException("cannot stop PostgreSQL " + postmaster.pid(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping PostgreSQL", interrupted);
        }
    }
}
