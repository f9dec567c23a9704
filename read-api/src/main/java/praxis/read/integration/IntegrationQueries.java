package praxis.read.integration;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Finds how the connection with the booking tool stands. */
public final class IntegrationQueries {
    private static final Question STANDING =
            Question.of(
                    """
                    select
                        (select last_sign_of_life from read.practices),
                        (select default_therapist_id from read.practices),
                        (select booking_tool_url is not null from read.practices),
                        patients, patients_of_nobody, linked, expected, ignored, open_reviews,
                        parked
                    from read.standing
                    """);

    private static final Question RECENT =
            Question.of(
                    """
                    select processing_status, count(*)
                    from (
                        select processing_status
                        from read.webhook_events
                        where kind = 'webhook'
                        order by record_offset desc
                        limit 1000) newest
                    group by processing_status
                    """);

    private final CallerQueries database;

    public IntegrationQueries(CallerQueries database) {
        this.database = database;
    }

    Standing standing(Caller caller) {
        return database.list(caller, STANDING, query -> query, IntegrationQueries::row).getFirst();
    }

    /** How many of the newest webhooks ended in which way. */
    Map<String, Long> recent(Caller caller) {
        Map<String, Long> recent = new TreeMap<>();
        database.list(
                caller,
                RECENT,
                query -> query,
                (result, _) -> {
                    Columns columns = new Columns(result);
                    return recent.put(filled(columns.text()), columns.number());
                });
        return recent;
    }

    private static Standing row(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        return new Standing(
                columns.instant(),
                columns.text(),
                columns.flag(),
                columns.number(),
                columns.number(),
                columns.number(),
                columns.number(),
                columns.number(),
                columns.number(),
                columns.number());
    }
}
