package praxis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class PostgresServerIT {
    @TempDir Path directory;

    @Test
    void keepsRowsOverStopAndStart() throws SQLException {
        Path data = directory.resolve("data");
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            server.createDatabase("praxis");
            execute(server, "create table kept (word text)");
            execute(server, "insert into kept values ('still here')");
        }
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            server.createDatabase("praxis");
            assertThat(query(server, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void recoversCommittedRowsAfterImmediateStop() throws SQLException {
        Path data = directory.resolve("data");
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            server.createDatabase("praxis");
            execute(server, "create table kept (word text)");
            execute(server, "insert into kept values ('still here')");
            assertThat(server.isAlive()).isTrue();

            server.stopImmediately();

            assertThat(server.isAlive()).isFalse();
        }
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            assertThat(query(server, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void isAsDurableAsProductionAndListensOnLoopbackOnly() throws SQLException {
        try (PostgresServer server = PostgresServer.start(directory.resolve("data"), 0)) {
            server.createDatabase("praxis");
            assertThat(query(server, "show server_version")).startsWith("18.");
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void asksForPasswordThatOnlyItsOwnerCanRead() throws Exception {
        try (PostgresServer server = PostgresServer.start(directory.resolve("data"), 0)) {
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            server.jdbcUrl("postgres"), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(directory.resolve("data.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.superuser("praxis");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.superuser("praxis");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
