package praxis.sandbox.chaos.ground;

import praxis.sandbox.chaos.proxy.TcpProxy;
import praxis.sandbox.system.Leash;
import praxis.sandbox.system.SandboxFiles;
import praxis.sandbox.system.Trouble;
import praxis.testkit.FreePorts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The broker, each time as a new process on a new port; its clients only ever know the proxy's,
 * which it also tells them is its own.
 */
public final class BrokerProcess {
    private static final String OUR_JAR = "sandbox/target/sandbox.jar";

    /** Ctrl-C reaches every process of the terminal; only the one that started it acts on it. */
    private static final String DEAF_TO_CTRL_C = "trap '' INT HUP; exec \"$@\"";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 30;

    private final SandboxFiles files;
    private final Path java;
    private final Leash leash;
    private final TcpProxy proxy;
    private Process process;
    private int port;

    BrokerProcess(SandboxFiles files, Path java, Leash leash, TcpProxy proxy) {
        this.files = files;
        this.java = java;
        this.leash = leash;
        this.proxy = proxy;
        this.port = FreePorts.next();
        this.process = launch();
    }

    /** After an end; does not wait until it is ready. */
    public void startAgain() {
        port = FreePorts.next();
        process = launch();
    }

    /** Returns when it takes connections. */
    public void awaitReady() throws InterruptedException {
        long looks = PATIENCE.dividedBy(LOOK);
        for (long i = 0; i < looks && process.isAlive(); i++) {
            if (isListening()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        throw new Trouble("The broker does not start; its log is " + log() + ".");
    }

    /** In order, with everything written out. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Process launch() {
        List<String> command =
                List.of(
                        "bash",
                        "-c",
                        DEAF_TO_CTRL_C,
                        "kafka",
                        java.toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        files.root().resolve(OUR_JAR).toString(),
                        ChaosBrokerApplication.class.getName(),
                        files.kafka().toString(),
                        Integer.toString(port),
                        Integer.toString(proxy.port()));
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(log().toFile()))
                            .start();
            leash.hold(started.pid(), Leash.Farewell.TERM);
            var _ = started.onExit().thenRun(() -> leash.release(started.pid()));
            proxy.leadTo(port);
            return started;
        } catch (IOException failed) {
            throw new Trouble("Cannot start the broker: " + failed.getMessage(), failed);
        }
    }

    private Path log() {
        return files.log("kafka");
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            // Where nobody listens, a loopback socket can happen to meet itself.
            return socket.getLocalPort() != port;
        } catch (IOException notYet) {
            return false;
        }
    }
}
