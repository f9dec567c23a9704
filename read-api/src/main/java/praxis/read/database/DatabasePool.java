package praxis.read.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

import java.time.Duration;

/** Opens the few connections that the service lives on. */
public final class DatabasePool {
    private static final int CONNECTIONS = 8;
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(2);
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(4);
    // Longer than the longest query: reached only when the other side is gone without a word.
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final int PREPARE_AFTER = 3;

    private DatabasePool() {}

    /** Returns at once, whether the database is there or not. */
    public static HikariDataSource open(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("read");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setValidationTimeout(WAIT_FOR_CONNECTION.dividedBy(2).toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", "read-api");
        config.addDataSourceProperty("connectTimeout", WAIT_FOR_CONNECTION.toSeconds());
        config.addDataSourceProperty("socketTimeout", SILENCE.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("prepareThreshold", PREPARE_AFTER);
        // Details of the server's errors quote the rows they are about.
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.addDataSourceProperty("options", sessionOptions());
        return new HikariDataSource(config);
    }

    public static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.setTemplateEngine(TemplateEngine.NOP);
        jdbi.registerArrayType(String.class, "text");
        // Or else an exception's text would hold the arguments.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    private static String sessionOptions() {
        return "-c default_transaction_read_only=on"
                + " -c statement_timeout="
                + LONGEST_QUERY.toMillis()
                // Compiling a plan takes longer than any of ours runs.
                + " -c jit=off";
    }
}
