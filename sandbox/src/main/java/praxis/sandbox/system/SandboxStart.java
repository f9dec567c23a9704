package praxis.sandbox.system;

import praxis.sandbox.database.DatabaseRoles;
import praxis.sandbox.system.Secrets.Login;
import praxis.testkit.KafkaBroker;
import praxis.testkit.PostgresServer;

import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the parts of a sandbox one after the other, and notes how to stop each. */
final class SandboxStart {
    private final SandboxConfig config;
    private final Progress progress;
    private final StopWish wish;
    private final Stops stops;

    SandboxStart(SandboxConfig config, Progress progress, StopWish wish, Stops stops) {
        this.config = config;
        this.progress = progress;
        this.wish = wish;
        this.stops = stops;
    }

    Sandbox run() {
        config.ports().demandFree(config.edges(), config.processors());
        config.files().createLogDirectory();
        Secrets secrets = Secrets.ofOrNew(config.files());
        Leash leash = Leash.start(config.files().log("leash"));
        stops.addUnseen(leash::close);
        KafkaBroker broker = broker();
        PostgresServer postgres = postgres(leash, secrets);
        ProgramEnvironment environment =
                new ProgramEnvironment(
                                secrets,
                                broker.bootstrap(),
                                postgres.jdbcUrl(Sandbox.DATABASE),
                                config.rateLimitPerMinute())
                        .showing(Instance.address(config.ports().edge()));
        List<RunningProgram> programs = programs(environment, leash);
        awaitReady(programs);
        Sandbox sandbox = new Sandbox(secrets, postgres, broker.bootstrap(), programs, stops);
        if (config.programs().containsAll(EnumSet.allOf(Program.class))) {
            announce(sandbox);
        }
        return sandbox;
    }

    private KafkaBroker broker() {
        KafkaBroker broker =
                begun(
                        "Kafka",
                        () -> KafkaBroker.start(config.files().kafka(), config.ports().kafka()));
        stops.add("Kafka", broker::stop);
        broker.createTopics();
        progress.ready("Kafka", broker.bootstrap());
        return broker;
    }

    private PostgresServer postgres(Leash leash, Secrets secrets) {
        PostgresServer postgres =
                begun(
                        "PostgreSQL",
                        () ->
                                PostgresServer.start(
                                        config.files().postgres(), config.ports().postgres()));
        long pid = postgres.pid();
        leash.hold(pid, Leash.Farewell.INT);
        stops.add(
                "PostgreSQL",
                () -> {
                    postgres.stop();
                    leash.release(pid);
                });
        DatabaseRoles.prepare(postgres, Sandbox.DATABASE, passwords(secrets));
        progress.ready("PostgreSQL", postgres.jdbcUrl(Sandbox.DATABASE));
        return postgres;
    }

    private static Map<String, String> passwords(Secrets secrets) {
        return Arrays.stream(Login.values())
                .collect(Collectors.toMap(Login::role, secrets::password));
    }

    private <T> T begun(String what, Supplier<T> start) {
        wish.check();
        progress.starting(what);
        try {
            return start.get();
        } catch (IllegalStateException failed) {
            throw new Trouble(what + " does not start: " + failed.getMessage(), failed);
        }
    }

    /** All at once: most of a start is waiting for a disk or for another one. */
    private List<RunningProgram> programs(ProgramEnvironment environment, Leash leash) {
        ProgramStart programs = new ProgramStart(config.files(), config.java(), environment, leash);
        Function<Instance, RunningProgram> start = programs::start;
        List<RunningProgram> read =
                started(Program.READ_API, List.of(config.ports().read()), start);
        List<RunningProgram> processors =
                started(
                        Program.EVENT_PROCESSOR,
                        config.ports().processors(config.processors()),
                        start);
        List<RunningProgram> edges =
                started(Program.INGEST_EDGE, config.ports().edges(config.edges()), start);
        return Stream.of(read, processors, edges).flatMap(List::stream).toList();
    }

    private List<RunningProgram> started(
            Program program, List<Integer> ports, Function<Instance, RunningProgram> start) {
        wish.check();
        if (!config.programs().contains(program)) {
            return List.of();
        }
        progress.starting(program.module());
        List<RunningProgram> instances = Instance.of(program, ports).stream().map(start).toList();
        stops.add(program.module(), () -> end(instances));
        return instances;
    }

    private static void end(List<RunningProgram> instances) {
        instances.forEach(RunningProgram::askToEnd);
        try {
            for (RunningProgram instance : instances) {
                instance.awaitEnd();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping", interrupted);
        }
    }

    private void awaitReady(List<RunningProgram> programs) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (RunningProgram program : programs) {
                if (!program.awaitReady(http, config.startPatience(), wish)) {
                    throw new Trouble(program.unready(config.startPatience()));
                }
                progress.ready(program.instance().name(), program.instance().address().toString());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("The start was interrupted.", interrupted);
        }
        programs.forEach(program -> program.onDeath(progress::failed));
    }

    /** From here on the other commands find it. */
    private void announce(Sandbox sandbox) {
        new RunningSandbox(
                        ProcessHandle.current().pid(),
                        sandbox.edges(),
                        sandbox.read(),
                        sandbox.kafkaBootstrap(),
                        sandbox.databaseUrl())
                .write(config.files());
        stops.addUnseen(() -> RunningSandbox.forget(config.files()));
    }
}
