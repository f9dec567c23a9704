package praxis.processor.trouble;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether a failure means that somebody is not there yet, so that waiting helps. */
public final class Away {
    /**
     * PostgreSQL's classes (its manual, appendix A) of lost connections, exhausted resources and an
     * operator's shutdown.
     */
    private static final Set<String> STATE_CLASSES = Set.of("08", "53", "57");

    /** What two processors meet that make the same schema at once: the second try finds it made. */
    private static final List<String> RACES =
            List.of("23505", "42P06", "42P07", "42710", "40001", "40P01", "55P03", "XX000");

    private Away() {}

    public static boolean explains(Throwable failure) {
        return Trouble.chain(failure).stream().anyMatch(Away::isAway);
    }

    private static boolean isAway(Throwable each) {
        return switch (each) {
            case SQLTransientException busy -> true;
            case SQLRecoverableException lost -> true;
            case SQLException sql -> isAway(Optional.ofNullable(sql.getSQLState()).orElse(""));
            case RetriableException broker -> true;
            // The broker's name cannot be resolved; its form was checked with the settings.
            case ConfigException unresolved -> true;
            case IOException network -> true;
            default -> false;
        };
    }

    private static boolean isAway(String state) {
        return RACES.contains(state) || STATE_CLASSES.stream().anyMatch(state::startsWith);
    }
}
