package praxis.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** The superuser's password, kept in a file that only its owner can read. */
final class SuperuserPassword {
    private static final int BYTES = 24;
    private static final String ACCESS =
            """
            # type  database  user  address       method
            host    all       all   127.0.0.1/32  scram-sha-256
            """;

    private final Path dataDirectory;
    private final String value;

    private SuperuserPassword(Path dataDirectory, String value) {
        this.dataDirectory = dataDirectory;
        this.value = value;
    }

    static SuperuserPassword beside(Path dataDirectory) throws IOException {
        Path directory = dataDirectory.toAbsolutePath();
        Path file = directory.resolveSibling(directory.getFileName() + ".password");
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return new SuperuserPassword(directory, Files.readString(file));
    }

    String value() {
        return value;
    }

    /** A new data directory trusts everyone on the machine; this one must not. */
    void demandFromNowOn(PostgresServer server) throws IOException, SQLException {
        Path access = dataDirectory.resolve("pg_hba.conf");
        if (Files.readString(access).equals(ACCESS)) {
            return;
        }
        try (Connection connection = server.superuser(PostgresServer.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter role "
                            + PostgresServer.SUPERUSER
                            + " password "
                            + statement.enquoteLiteral(value));
            Files.writeString(access, ACCESS);
            statement.execute("select pg_reload_conf()");
        }
    }

    @Override
    public String toString() {
        return "SuperuserPassword[redacted]";
    }
}
