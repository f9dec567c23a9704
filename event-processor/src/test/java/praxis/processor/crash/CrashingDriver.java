package praxis.processor.crash;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

/**
 * Stands in the place of PostgreSQL's driver and hands out connections with crash points in them:
 * the processor's at each statement, the migrator's at each commit. Nobody is connected before the
 * database is told.
 */
public final class CrashingDriver implements Driver {
    private static final String PROCESSOR = "praxis-processor";

    private final Driver real = new org.postgresql.Driver();
    private final CrashPoints points;
    private final CompletableFuture<String> database;

    private CrashingDriver(CrashPoints points, CompletableFuture<String> database) {
        this.points = points;
        this.database = database;
    }

    /**
     * From now on, for this whole process.
     *
     * @param database JDBC URL in place of the one that is asked for
     */
    public static void takeOver(CrashPoints points, CompletableFuture<String> database) {
        try {
            CrashingDriver ours = new CrashingDriver(points, database);
            for (Driver known : Collections.list(DriverManager.getDrivers())) {
                DriverManager.deregisterDriver(known);
            }
            DriverManager.registerDriver(ours);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties settings) throws SQLException {
        Connection connection = acceptsURL(url) ? real.connect(database.join(), settings) : null;
        if (connection == null) {
            return null;
        }
        return PROCESSOR.equals(settings.getProperty("ApplicationName"))
                ? CrashingConnection.around(connection, points)
                : CrashingConnection.aroundCommits(connection, "migration", points);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings)
            throws SQLException {
        return real.getPropertyInfo(url, settings);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }
}
