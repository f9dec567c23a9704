package praxis.processor.testbed;

import praxis.testkit.Broker;
import praxis.testkit.DatabaseServer;
import praxis.testkit.FreePorts;
import praxis.testkit.KafkaBroker;
import praxis.testkit.PostgresServer;
import praxis.testkit.container.ContainerKafka;
import praxis.testkit.container.ContainerPostgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** One broker and one database that can be stopped and started again at the same address. */
public final class Machines implements AutoCloseable {
    public static final String PASSWORD = "only-for-tests";

    private final Supplier<Broker> brokers;
    private final Supplier<DatabaseServer> databases;
    private Broker broker;
    private DatabaseServer database;
    private int installation;

    private Machines(Supplier<Broker> brokers, Supplier<DatabaseServer> databases) {
        this.brokers = brokers;
        this.databases = databases;
        broker = brokers.get();
        database = databases.get();
    }

    /** Both run. */
    public static Machines start(Path directory) {
        int brokerPort = FreePorts.next();
        int databasePort = FreePorts.next();
        return new Machines(
                () -> KafkaBroker.start(directory.resolve("kafka"), brokerPort),
                () -> PostgresServer.start(directory.resolve("postgres"), databasePort));
    }

    /** Both run, each in a container; one that is stopped takes its data and address with it. */
    public static Machines inContainers() {
        return new Machines(ContainerKafka::start, ContainerPostgres::start);
    }

    /** A new database without tables, and a broker without topics. */
    public void reset() {
        try (InboundTraffic traffic = new InboundTraffic(bootstrap())) {
            traffic.deleteTopics();
        }
        replaceDatabase();
    }

    /** A new database without tables in place of the one of now. */
    public void replaceDatabase() {
        installation++;
        try {
            database.createDatabase(databaseName());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        execute(roles());
        for (String role : List.of("praxis_migrator", "praxis_processor")) {
            execute("alter role " + role + " password '" + PASSWORD + "'");
        }
    }

    private String databaseName() {
        return "praxis_" + installation;
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    public String jdbcUrl() {
        return database.jdbcUrl(databaseName());
    }

    public void stopDatabase() {
        database.stop();
    }

    public void startDatabase() {
        database = databases.get();
    }

    public void stopBroker() {
        broker.stop();
    }

    public void startBroker() {
        broker = brokers.get();
    }

    /** As superuser: for what nobody else may do, such as forging history. */
    public void execute(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public List<Long> query(String sql) {
        return texts(sql).stream().map(text -> text.isEmpty() ? 0 : Long.valueOf(text)).toList();
    }

    /** The first column of each row; empty where it is null. */
    public List<String> texts(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(Objects.requireNonNullElse(rows.getString(1), ""));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** To the database of now, by somebody whom nothing is refused. */
    public Connection superuser() throws SQLException {
        return database.superuser(databaseName());
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }

    private static String roles() {
        try (InputStream script = Machines.class.getResourceAsStream("/db/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("the roles are not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
