package praxis.read.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks the database in a caller's name. Each question is one transaction in one round trip: the
 * settings that tell the row-level security who asks, then the query. The transaction is begun and
 * ended in words, because the driver may split what it sends and would end an unspoken one there;
 * should the settings and the query ever run apart, the query sees nothing.
 */
public final class CallerQueries {
    private static final String TELL_WHO_ASKS =
            """
            begin read only;
            select
                set_config('praxis.practice', :caller_practice, true),
                set_config('praxis.role', :caller_role, true),
                set_config('praxis.sub', :caller_subject, true);
            """;

    private static final String PLAN_AGAIN =
            """
            select set_config('plan_cache_mode', 'force_custom_plan', true);
            """;

    private static final String DONE =
            """
            ;
            commit
            """;

    private final Jdbi jdbi;

    public CallerQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A query that can be asked in the name of any caller.
     *
     * @param before how many results come before the query's own
     */
    public record Question(String sql, int before) {
        /** For a query that is always the same: planned once per connection. */
        public static Question of(String sql) {
            return new Question(TELL_WHO_ASKS + sql + DONE, 2);
        }

        /** For a query whose best plan hangs on which of its filters are used. */
        public static Question plannedEachTime(String sql) {
            return new Question(TELL_WHO_ASKS + PLAN_AGAIN + sql + DONE, 3);
        }
    }

    /** Binds the query's own parameters. */
    @FunctionalInterface
    public interface Arguments {
        Query bindTo(Query query);
    }

    public <T> List<T> list(
            Caller caller, Question question, Arguments arguments, RowMapper<T> rows) {
        return jdbi.withHandle(
                handle -> {
                    try {
                        return arguments
                                .bindTo(
                                        handle.createQuery(question.sql())
                                                .bind("caller_practice", caller.practice().value())
                                                .bind("caller_role", caller.role().wireName())
                                                .bind("caller_subject", caller.subject().value()))
                                .execute(
                                        (statement, context) ->
                                                read(question, statement, context, rows));
                    } catch (JdbiException failed) {
                        rollBack(handle, failed);
                        throw failed;
                    }
                });
    }

    /** The end that stands in the question is not reached when something before it fails. */
    private static void rollBack(Handle handle, JdbiException failed) {
        try {
            handle.execute("rollback");
        } catch (JdbiException connectionLost) {
            failed.addSuppressed(connectionLost);
        }
    }

    private static <T> List<T> read(
            Question question,
            Supplier<PreparedStatement> executed,
            StatementContext context,
            RowMapper<T> rows)
            throws SQLException {
        try (context;
                PreparedStatement statement = executed.get()) {
            for (int passed = 0; passed < question.before(); passed++) {
                statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                List<T> list = new ArrayList<>();
                while (result.next()) {
                    list.add(rows.map(result, context));
                }
                return list;
            }
        }
    }
}
