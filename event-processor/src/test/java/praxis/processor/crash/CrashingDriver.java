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
import java.util.logging.Logger;

/**
 * Stands in the place of PostgreSQL's driver and hands the processor's own connections out with
 * crash points in them; the migrator's, which serve the start alone, as they are.
 */
public final class CrashingDriver implements Driver {
    private static final String PROCESSOR = "praxis-processor";

    private final Driver real = new org.postgresql.Driver();
    private final CrashPoints points;

    private CrashingDriver(CrashPoints points) {
        this.points = points;
    }

    /** From now on, for this whole process. */
    public static void takeOver(CrashPoints points) {
        try {
            CrashingDriver ours = new CrashingDriver(points);
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
        Connection connection = real.connect(url, settings);
        return connection != null && PROCESSOR.equals(settings.getProperty("ApplicationName"))
                ? CrashingConnection.around(connection, points)
                : connection;
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
