package praxis.processor.apply;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Optional;

/** Tells trouble with the data of a batch from trouble with everything else. */
final class SqlStates {
    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";

    private SqlStates() {}

    /** Without the cause, because the server's message quotes what it refuses. */
    static Optional<RuntimeException> refused(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && isAboutData(refusal.getSQLState())) {
                return Optional.of(new DataRefused(refusal.getSQLState()));
            }
        }
        return Optional.empty();
    }

    private static boolean isAboutData(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith(DATA_EXCEPTION)
                        || sqlState.startsWith(CONSTRAINT_VIOLATION));
    }
}
