package praxis.read.database;

import com.zaxxer.hikari.HikariDataSource;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;

import org.reactivestreams.Publisher;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Ready is who can reach the database. */
public final class DatabaseReadiness implements HealthIndicator {
    private static final int PATIENCE_SECONDS = 1;

    private final HikariDataSource pool;
    private final Scheduler blocking;

    public DatabaseReadiness(HikariDataSource pool, Scheduler blocking) {
        this.pool = pool;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::ask).subscribeOn(blocking);
    }

    private HealthResult ask() {
        try (Connection connection = pool.getConnection()) {
            return result(connection.isValid(PATIENCE_SECONDS));
        } catch (SQLException away) {
            return result(false);
        }
    }

    private static HealthResult result(boolean reached) {
        return HealthResult.builder("database", reached ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("message", reached ? "reached" : "the database is away"))
                .build();
    }
}
