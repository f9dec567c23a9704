package praxis.sandbox.system;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What other commands need to know of the sandbox that runs.
 *
 * @param pid of the process that {@code ./praxis up} is
 */
public record RunningSandbox(
        long pid, List<URI> edges, URI read, String kafkaBootstrap, String databaseUrl) {

    /** Empty when none runs, also when one was killed and could not say that it ended. */
    public static Optional<RunningSandbox> find(SandboxFiles files) {
        try {
            Properties values = new Properties();
            values.load(new StringReader(Files.readString(files.running())));
            return ProcessHandle.of(Long.parseLong(text(values, "pid")))
                    .filter(process -> startOf(process).equals(text(values, "started")))
                    .map(process -> of(values));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public static RunningSandbox demand(SandboxFiles files) {
        return find(files)
                .orElseThrow(
                        () ->
                                new Trouble(
                                        "The sandbox is not running. Start it with ./praxis up"
                                                + " in another terminal."));
    }

    void write(SandboxFiles files) {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(pid));
        values.setProperty("started", startOf(ProcessHandle.current()));
        values.setProperty(
                "edges", edges.stream().map(URI::toString).collect(Collectors.joining(" ")));
        values.setProperty("read", read.toString());
        values.setProperty("kafka", kafkaBootstrap);
        values.setProperty("database", databaseUrl);
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            Files.writeString(files.running(), text.toString());
        } catch (IOException failed) {
            throw new Trouble("Cannot write " + files.running() + ".", failed);
        }
    }

    static void forget(SandboxFiles files) {
        try {
            Files.deleteIfExists(files.running());
        } catch (IOException failed) {
            throw new Trouble("Cannot delete " + files.running() + ".", failed);
        }
    }

    private static RunningSandbox of(Properties values) {
        return new RunningSandbox(
                Long.parseLong(text(values, "pid")),
                Arrays.stream(text(values, "edges").split(" ", -1)).map(URI::create).toList(),
                URI.create(text(values, "read")),
                text(values, "kafka"),
                text(values, "database"));
    }

    /** A process id comes round again; together with the time of its start it does not. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static String text(Properties values, String name) {
        return values.getProperty(name, "");
    }
}
