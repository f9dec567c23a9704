package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Interrupts;
import praxis.sandbox.system.Ports;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.system.SandboxConfig;
import praxis.sandbox.system.SandboxLock;
import praxis.sandbox.system.StopWish;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;

/** Starts the whole system, shows what flows, and stops it in order. */
@Command(
        name = "up",
        description = "Starts the whole system on this machine and feeds it with demo traffic.")
public final class UpCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--fresh", description = "Start over: delete all data of the sandbox first.")
    private boolean fresh;

    @Option(names = "--no-demo", description = "No simulated booking tool.")
    private boolean noDemo;

    @Option(
            names = "--edges",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many edges; ports 8080, 8090, 8100 and so on.")
    private int edges;

    @Option(
            names = "--processors",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many processors; ports 8082, 8092, 8102 and so on.")
    private int processors;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "Demo deliveries per second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats the demo traffic of an earlier run.")
    private long seed = new SecureRandom().nextInt(1_000_000);

    @Option(
            names = "--edge-port",
            paramLabel = "PORT",
            defaultValue = "${env:PRAXIS_EDGE_PORT:-8080}",
            description = "The first edge listens here (default: ${DEFAULT-VALUE}).")
    private int edgePort;

    @Option(
            names = "--read-port",
            paramLabel = "PORT",
            defaultValue = "${env:PRAXIS_READ_PORT:-8081}",
            description = "The read API listens here (default: ${DEFAULT-VALUE}).")
    private int readPort;

    @Option(
            names = "--processor-port",
            paramLabel = "PORT",
            defaultValue = "${env:PRAXIS_PROCESSOR_PORT:-8082}",
            description = "The first processor listens here (default: ${DEFAULT-VALUE}).")
    private int processorPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "19092",
            description = "Kafka listens here (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "15432",
            description = "PostgreSQL listens here (default: ${DEFAULT-VALUE}).")
    private int postgresPort;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public UpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (SandboxLock lock = SandboxLock.take(surroundings.files())) {
            if (fresh) {
                lock.clearData();
            }
            StopWish wish = new StopWish();
            Interrupts.handle(() -> interrupted(wish));
            Screen screen = new Screen(spec.commandLine().getOut(), surroundings.clock());
            screen.say("Starting the sandbox; data and logs are in " + surroundings.files().data());
            return run(screen, wish);
        }
    }

    private int run(Screen screen, StopWish wish) throws InterruptedException {
        try (Sandbox sandbox = Sandbox.start(config(), screen, wish)) {
            UpSession session = new UpSession(sandbox, screen, surroundings.clock());
            session.welcome();
            if (noDemo) {
                session.watch(wish);
            } else {
                session.watchWithDemo(wish, seed, rate);
            }
            screen.say("\nStopping; a second Ctrl-C kills.");
            return 0;
        } catch (StopWish.Stopped stopped) {
            return INTERRUPTED;
        }
    }

    private SandboxConfig config() {
        return new SandboxConfig(
                surroundings.files(),
                surroundings.java(),
                new Ports(kafkaPort, postgresPort, edgePort, readPort, processorPort),
                EnumSet.allOf(Program.class),
                edges,
                processors,
                rateLimitPerMinute(),
                START_PATIENCE);
    }

    /** The demo is to flow, not to be throttled; its retries count too. */
    private int rateLimitPerMinute() {
        int usual = 100;
        return noDemo ? usual : Math.max(usual, (int) Math.ceil(rate * 60 * 3));
    }

    /** Whoever presses twice wants it to end now; the leash ends what this process has started. */
    private static void interrupted(StopWish wish) {
        if (!wish.express()) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }
}
