package praxis.read.database;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.read.answers.Problem;

import java.sql.SQLException;

/** Answers for a database that is away or does not come to an end. */
@Singleton
final class DatabaseProblems implements ExceptionHandler<JdbiException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProblems.class);
    private static final String QUERY_CANCELED = "57014";

    @Override
    @SuppressWarnings("rawtypes") // The framework's signature.
    public HttpResponse<?> handle(HttpRequest request, JdbiException failed) {
        String state = sqlState(failed);
        LOG.warn("database said {}", state);
        if (state.equals(QUERY_CANCELED)) {
            return Problem.unavailable(
                    "The search took too long; narrow it, for example with from and to.");
        }
        return isAway(state)
                ? Problem.unavailable("The database is away.")
                : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.")
                        .toResponse();
    }

    /** Connection lost (08), no room (53), shutting down or not yet up (57), or no connection. */
    private static boolean isAway(String state) {
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57");
    }

    private static String sqlState(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
