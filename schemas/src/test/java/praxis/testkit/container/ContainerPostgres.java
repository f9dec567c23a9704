package praxis.testkit.container;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import praxis.testkit.DatabaseServer;
import praxis.testkit.Databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database server of docker-compose.yml, in a container of its own on any free port. */
public final class ContainerPostgres implements DatabaseServer {
    private static final DockerImageName IMAGE = DockerImageName.parse("postgres:18");

    private final PostgreSQLContainer container;

    private ContainerPostgres(PostgreSQLContainer container) {
        this.container = container;
    }

    /** Returns when the server takes connections. */
    public static ContainerPostgres start() {
        PostgreSQLContainer container =
                new PostgreSQLContainer(IMAGE)
                        .withUsername(SUPERUSER)
                        .withDatabaseName(SUPERUSER)
                        .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --encoding=UTF8")
                        // Durable like a production server, and not as the library would have it.
                        .withCommand("postgres");
        container.start();
        return new ContainerPostgres(container);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        database);
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, container.getPassword());
    }

    @Override
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = superuser(SUPERUSER)) {
            Databases.create(connection, name);
        }
    }

    @Override
    public void stop() {
        container.stop();
    }
}
