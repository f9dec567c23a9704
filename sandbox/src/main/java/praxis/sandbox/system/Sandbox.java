package praxis.sandbox.system;

import praxis.testkit.PostgresServer;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The whole system on this machine: a broker in this process, PostgreSQL and the three programs in
 * their own. Closing it stops whoever depends on others first.
 */
public final class Sandbox implements AutoCloseable {
    public static final String DATABASE = "praxis";

    private final Secrets secrets;
    private final PostgresServer postgres;
    private final String kafkaBootstrap;
    private final List<RunningProgram> programs;
    private final Stops stops;

    Sandbox(
            Secrets secrets,
            PostgresServer postgres,
            String kafkaBootstrap,
            List<RunningProgram> programs,
            Stops stops) {
        this.secrets = secrets;
        this.postgres = postgres;
        this.kafkaBootstrap = kafkaBootstrap;
        this.programs = List.copyOf(programs);
        this.stops = stops;
    }

    /**
     * Returns when every program is ready.
     *
     * @throws Trouble when something does not start; what did start is stopped again
     * @throws StopWish.Stopped when the wish came first; likewise
     */
    public static Sandbox start(SandboxConfig config, Progress progress, StopWish wish) {
        Stops stops = new Stops(progress);
        try {
            return new SandboxStart(config, progress, wish, stops).run();
        } catch (RuntimeException failed) {
            stops.close();
            throw failed;
        }
    }

    public Secrets secrets() {
        return secrets;
    }

    public String kafkaBootstrap() {
        return kafkaBootstrap;
    }

    public String databaseUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    /** A session that sees everything. */
    public Connection superuser() throws SQLException {
        return postgres.superuser(DATABASE);
    }

    public List<RunningProgram> programs(Program program) {
        return programs.stream().filter(each -> each.instance().program() == program).toList();
    }

    public List<URI> edges() {
        return programs(Program.INGEST_EDGE).stream()
                .map(edge -> edge.instance().address())
                .toList();
    }

    public URI read() {
        return programs(Program.READ_API).getFirst().instance().address();
    }

    @Override
    public void close() {
        stops.close();
    }
}
