package praxis.sandbox.bench.floor;

import praxis.sandbox.bench.ground.Ground;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.Trouble;
import praxis.testkit.FreePorts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The bare edge as a process of its own, with the Java flags that the real one gets. */
public final class BareEdge implements AutoCloseable {
    private static final String OUR_JAR = "sandbox/target/sandbox.jar";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;
    private final InetSocketAddress address;

    private BareEdge(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it takes connections. */
    public static BareEdge start(Ground ground) throws InterruptedException {
        int port = FreePorts.next();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Path log = ground.files().log("bare-edge");
        List<String> command = new ArrayList<>(List.of(ground.java().toString()));
        command.addAll(Program.INGEST_EDGE.javaFlags());
        command.addAll(
                List.of(
                        "-cp",
                        ground.files().root().resolve(OUR_JAR).toString(),
                        BareEdgeApplication.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                BareEdgeApplication.PORT,
                                Integer.toString(port),
                                BareEdgeApplication.BOOTSTRAP,
                                ground.kafkaBootstrap(),
                                BareEdgeApplication.SECRET,
                                ground.sandbox().secrets().webhook().text()));
        try {
            BareEdge edge = new BareEdge(builder.start(), address);
            edge.awaitListening(log);
            return edge;
        } catch (IOException failed) {
            throw new Trouble("Cannot start the bare edge: " + failed.getMessage(), failed);
        }
    }

    public long pid() {
        return process.pid();
    }

    public InetSocketAddress address() {
        return address;
    }

    private void awaitListening(Path log) throws InterruptedException {
        long looks = PATIENCE.dividedBy(LOOK);
        for (long i = 0; i < looks && process.isAlive(); i++) {
            if (isListening()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        close();
        throw new Trouble("The bare edge does not start; its log is " + log + ".");
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
