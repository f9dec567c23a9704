package praxis.read.settings;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Finds what a practice has chosen, and what another choice would lead to. */
public final class SettingsQueries {
    private static final Question SETTINGS =
            Question.of(
                    """
                    select
                        settings_version, default_therapist_id, booking_tool_url, time_policy,
                        time_zone, retry_horizon_seconds, therapist_scope, create_policy,
                        link_without_email, rate_limit_per_minute
                    from read.settings
                    """);

    private static final Question THERAPISTS =
            Question.of(
                    """
                    select therapist_id, display_name, names
                    from read.therapists
                    order by therapist_id collate "C"
                    """);

    private static final Question TIMES_IN_DOUBT =
            Question.of(
                    """
                    select count(*)
                    from read.times_in_doubt
                    where greatest(scheduled_at, otherwise_at) > :now
                        and scheduled_at > cast(:now as timestamptz) - interval '1 day'
                    """);

    private final CallerQueries database;

    public SettingsQueries(CallerQueries database) {
        this.database = database;
    }

    SettingsView settings(Caller caller) {
        return database.list(caller, SETTINGS, query -> query, SettingsQueries::view).stream()
                .findFirst()
                .orElse(SettingsView.UNTOUCHED);
    }

    List<TherapistView> therapists(Caller caller) {
        return database.list(caller, THERAPISTS, query -> query, SettingsQueries::therapist);
    }

    /** How many appointments the other time policy would move. */
    long timesInDoubt(Caller caller, Instant now) {
        return database.list(
                        caller,
                        TIMES_IN_DOUBT,
                        query -> query.bind("now", now.atOffset(ZoneOffset.UTC)),
                        (result, _) -> new Columns(result).number())
                .getFirst();
    }

    private static SettingsView view(ResultSet result, StatementContext context)
            throws SQLException {
        Columns columns = new Columns(result);
        return new SettingsView(
                columns.number(),
                columns.text(),
                columns.text(),
                filled(columns.text()),
                filled(columns.text()),
                columns.number(),
                filled(columns.text()),
                filled(columns.text()),
                columns.flag(),
                columns.integer());
    }

    private static TherapistView therapist(ResultSet result, StatementContext context)
            throws SQLException {
        Columns columns = new Columns(result);
        return new TherapistView(filled(columns.text()), filled(columns.text()), columns.texts());
    }
}
