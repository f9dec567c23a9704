package praxis.processor.apply;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

import java.time.Duration;
import java.util.Properties;

import javax.sql.DataSource;

/** The processor's connections to PostgreSQL: few, and set up for looking up many keys at once. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    /** Who waits longer learns no more: the database is away, and is to be tried again later. */
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** A statement that takes longer waits for a server that is gone without a word. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final String SESSION =
            String.join(
                    " ",
                    // Every statement finds its rows by key, as many as it is given: planning them
                    // anew each time teaches nothing, and an index is always right. Where tables
                    // are small or grow fast, the planner would think otherwise, and be late to
                    // change its mind.
                    "-c plan_cache_mode=force_generic_plan",
                    "-c enable_seqscan=off",
                    "-c enable_hashjoin=off",
                    "-c enable_mergejoin=off",
                    "-c enable_material=off",
                    "-c jit=off",
                    // A writer that stalls must not keep its partition, or wait for one for ever.
                    "-c idle_in_transaction_session_timeout=30s",
                    "-c lock_timeout=10s");

    private final HikariDataSource connections;

    private Database(HikariDataSource connections) {
        this.connections = connections;
    }

    /** Does not connect yet: the first use does. */
    public static Database at(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("processor");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.addDataSourceProperty("connectTimeout", CONNECT.toSeconds());
        config.addDataSourceProperty("socketTimeout", ANSWER.toSeconds());
        config.addDataSourceProperty("ApplicationName", "praxis-processor");
        config.addDataSourceProperty("prepareThreshold", 1);
        config.addDataSourceProperty("tcpKeepAlive", true);
        // The server's details quote values, which are personal.
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.addDataSourceProperty("options", SESSION);
        return new Database(new HikariDataSource(config));
    }

    /**
     * For a command that works on the tables as their owner: each connection is made when it is
     * needed, and plans for whole tables.
     */
    public static Jdbi ofOwner(String jdbcUrl, String migrator, String password) {
        Properties settings = new Properties();
        settings.setProperty("user", migrator);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "praxis-rebuild");
        settings.setProperty("logServerErrorDetail", "false");
        settings.setProperty("options", "-c role=praxis_owner -c jit=off -c lock_timeout=30s");
        Jdbi jdbi = Jdbi.create(jdbcUrl, settings);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    public DataSource dataSource() {
        return connections;
    }

    public Jdbi jdbi() {
        Jdbi jdbi = Jdbi.create(connections);
        // Jdbi's own messages quote what was bound.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    @Override
    public void close() {
        connections.close();
    }
}
