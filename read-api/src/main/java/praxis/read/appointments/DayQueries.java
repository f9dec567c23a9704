package praxis.read.appointments;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;
import praxis.read.appointments.DayView.Entry;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Finds what takes place in a stretch of time, as far as the caller may see it. */
public final class DayQueries {
    private static final Question BETWEEN =
            Question.of(
                    """
                    select
                        appointment_id, patient_id, first_name, last_name, scheduled_at,
                        duration_minutes, therapist_name, service_name, status
                    from read.days
                    where scheduled_at >= :from and scheduled_at < :to
                    order by scheduled_at, appointment_id
                    limit 501
                    """);

    private final CallerQueries database;

    public DayQueries(CallerQueries database) {
        this.database = database;
    }

    /** From inclusive, to exclusive; 501 where there are more than 500. */
    List<Entry> between(Caller caller, Instant from, Instant to) {
        return database.list(
                caller,
                BETWEEN,
                query ->
                        query.bind("from", from.atOffset(ZoneOffset.UTC))
                                .bind("to", to.atOffset(ZoneOffset.UTC)),
                DayQueries::entry);
    }

    private static Entry entry(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        return new Entry(
                filled(columns.uuid()),
                columns.uuid(),
                columns.text(),
                columns.text(),
                filled(columns.instant()),
                columns.integer(),
                columns.text(),
                columns.text(),
                filled(columns.text()));
    }
}
