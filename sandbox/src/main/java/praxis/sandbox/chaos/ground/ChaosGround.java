package praxis.sandbox.chaos.ground;

import praxis.sandbox.chaos.proxy.TcpProxy;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.database.DatabaseRoles;
import praxis.sandbox.system.Instance;
import praxis.sandbox.system.Leash;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.ProgramEnvironment;
import praxis.sandbox.system.ProgramStart;
import praxis.sandbox.system.Progress;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.system.SandboxFiles;
import praxis.sandbox.system.SandboxLock;
import praxis.sandbox.system.Secrets;
import praxis.sandbox.system.Secrets.Login;
import praxis.sandbox.system.StopWish;
import praxis.sandbox.system.Stops;
import praxis.testkit.FreePorts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole system, made to be broken: two edges, two processors, one read API, a broker and a
 * database, each a process, and a proxy before broker and database. Its data stays until the next
 * run, for whoever wants to look.
 */
public final class ChaosGround implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final int UNLIMITED_PER_MINUTE = 1_000_000_000;
    private static final int DISK_MEBIBYTES = 384;
    private static final int DISK_MEBIBYTES_PER_MINUTE = 48;

    private final SandboxFiles files;
    private final Stops stops;
    private final Secrets secrets;
    private final TcpProxy brokerProxy = TcpProxy.start();
    private final TcpProxy databaseProxy = TcpProxy.start();
    private final BrokerProcess broker;
    private final Optional<SmallDisk> disk;
    private final DatabaseServer database;
    private final ProgramStart programs;
    private final Slot read;
    private final List<Slot> processors;
    private final List<Slot> edges;
    private final EdgeTimes edgeTimes = new EdgeTimes();
    private final StopWish wish = new StopWish();
    private final List<String> deaths = Collections.synchronizedList(new ArrayList<>());

    private ChaosGround(
            SandboxFiles files, Path java, Duration length, Progress progress, Stops stops)
            throws InterruptedException {
        this.files = files;
        this.stops = stops;
        files.createLogDirectory();
        secrets = Secrets.ofOrNew(files);
        stops.addUnseen(brokerProxy::close);
        stops.addUnseen(databaseProxy::close);
        Leash leash = Leash.start(files.log("leash"));
        stops.addUnseen(leash::close);
        progress.starting("Kafka");
        broker = new BrokerProcess(files, java, leash, brokerProxy);
        stops.add("Kafka", uninterrupted(broker::stop));
        broker.awaitReady();
        progress.ready("Kafka", kafkaBootstrap());
        disk = SmallDisk.mount(files.postgres(), mebibytes(length));
        disk.ifPresent(mounted -> stops.addUnseen(mounted::close));
        progress.starting("PostgreSQL");
        database = new DatabaseServer(files.postgres(), leash, databaseProxy);
        stops.add("PostgreSQL", database::stop);
        DatabaseRoles.prepare(database.server(), Sandbox.DATABASE, passwords(secrets));
        progress.ready("PostgreSQL", databaseUrl());
        programs =
                new ProgramStart(
                        files,
                        java,
                        new ProgramEnvironment(
                                secrets, kafkaBootstrap(), databaseUrl(), UNLIMITED_PER_MINUTE),
                        leash);
        stops.addUnseen(edgeTimes::close);
        read = slots(Program.READ_API, 1, nobody -> {}).getFirst();
        processors = slots(Program.EVENT_PROCESSOR, 2, nobody -> {});
        edges = slots(Program.INGEST_EDGE, 2, edgeTimes::ask);
        for (Slot slot : allSlots()) {
            slot.awaitReady(START_PATIENCE);
        }
        progress.ready("everything", files.data().toString());
    }

    /**
     * Returns when every program is ready.
     *
     * @param length how long it is to be used; decides the size of the database's disk
     */
    public static ChaosGround start(Surroundings surroundings, Duration length, Progress progress)
            throws InterruptedException {
        SandboxFiles files =
                new SandboxFiles(
                        surroundings.files().root(), surroundings.files().data().resolve("chaos"));
        Stops stops = new Stops(progress);
        try {
            SandboxLock lock = SandboxLock.take(files);
            stops.addUnseen(lock::close);
            SmallDisk.removeLeftover(files.postgres());
            lock.clearData();
            return new ChaosGround(files, surroundings.java(), length, progress, stops);
        } catch (RuntimeException | InterruptedException failed) {
            stops.close();
            throw failed;
        }
    }

    public SandboxFiles files() {
        return files;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** The proxy's address, which is the only one anybody is told. */
    public String kafkaBootstrap() {
        return "127.0.0.1:" + brokerProxy.port();
    }

    public TcpProxy brokerProxy() {
        return brokerProxy;
    }

    public TcpProxy databaseProxy() {
        return databaseProxy;
    }

    public BrokerProcess broker() {
        return broker;
    }

    public DatabaseServer database() {
        return database;
    }

    /** Empty where nothing could be mounted; then the database stands on an ordinary disk. */
    public Optional<SmallDisk> disk() {
        return disk;
    }

    public List<Slot> edges() {
        return edges;
    }

    public List<Slot> processors() {
        return processors;
    }

    public Slot read() {
        return read;
    }

    /** What all edges say, those that were killed and those that live; to be asked once. */
    public EdgeTimes.Totals edgeTimes() throws InterruptedException {
        for (Slot edge : edges) {
            edgeTimes.ask(edge.current().address());
        }
        return edgeTimes.totals();
    }

    /** The last words of programs that ended without anybody having killed them. */
    public List<String> deaths() {
        return List.copyOf(deaths);
    }

    /** The processor's own proof of log, tree and tables; its exit code. */
    public int verify() throws InterruptedException {
        return programs.run(Program.EVENT_PROCESSOR, List.of("verify"), files.log("verify"));
    }

    @Override
    public void close() {
        // Whoever has been interrupted shall stop things all the same, and wait for them.
        boolean interrupted = Thread.interrupted();
        stops.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Slot> slots(Program program, int count, Slot.LastQuestion lastQuestion) {
        List<Integer> ports = Stream.generate(FreePorts::next).limit(count).toList();
        List<Slot> slots = new ArrayList<>();
        for (Instance instance : Instance.of(program, ports)) {
            Slot slot = new Slot(programs, instance, wish, deaths::add, lastQuestion);
            stops.addUnseen(uninterrupted(slot::awaitEnd));
            slots.add(slot);
        }
        // Closed before the waiting above: all are asked first, so that they end together.
        stops.add(program.module(), () -> slots.forEach(Slot::askToEnd));
        return List.copyOf(slots);
    }

    private List<Slot> allSlots() {
        return Stream.of(List.of(read), processors, edges).flatMap(List::stream).toList();
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databaseProxy.port() + "/" + Sandbox.DATABASE;
    }

    private static int mebibytes(Duration length) {
        return (int) (DISK_MEBIBYTES + DISK_MEBIBYTES_PER_MINUTE * length.toMinutes());
    }

    private static Map<String, String> passwords(Secrets secrets) {
        return Arrays.stream(Login.values())
                .collect(Collectors.toMap(Login::role, secrets::password));
    }

    /** Something that can be interrupted, and must not be while stopping. */
    private interface Step {
        void run() throws InterruptedException;
    }

    private static Runnable uninterrupted(Step step) {
        return () -> {
            try {
                step.run();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while stopping", interrupted);
            }
        };
    }
}
