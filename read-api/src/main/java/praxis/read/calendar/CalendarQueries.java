package praxis.read.calendar;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds what a patient's calendar shows. */
public final class CalendarQueries {
    private static final Question OF_PATIENT =
            Question.of(
                    """
                    select
                        time_zone, id, scheduled_at, duration_minutes, therapist_name,
                        service_name, status, synced_at, sequence
                    from read.calendar_entries
                    where patient_id = :patient
                    order by scheduled_at desc, id
                    limit 2000
                    """);

    private static final String OF_TOKEN =
            """
            select
                time_zone, id, scheduled_at, duration_minutes, therapist_name, service_name,
                status, synced_at, sequence
            from read.calendar_feed(:token)
            """;

    private final CallerQueries database;
    private final Jdbi jdbi;

    public CalendarQueries(CallerQueries database, Jdbi jdbi) {
        this.database = database;
        this.jdbi = jdbi;
    }

    private record Row(ZoneId zone, @Nullable CalendarEntry entry) {}

    /** Empty where the caller sees no such patient. */
    Optional<PatientCalendar> ofPatient(Caller caller, UUID patient) {
        return join(
                database.list(
                        caller,
                        OF_PATIENT,
                        query -> query.bind("patient", patient),
                        CalendarQueries::row));
    }

    /** Empty where no feed has a token with this hash. */
    Optional<PatientCalendar> ofToken(String hash) {
        return join(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(OF_TOKEN)
                                        .bind("token", hash)
                                        .map(CalendarQueries::row)
                                        .list()));
    }

    private static Optional<PatientCalendar> join(List<Row> rows) {
        return rows.stream()
                .findFirst()
                .map(
                        first ->
                                new PatientCalendar(
                                        first.zone(),
                                        rows.stream()
                                                .map(Row::entry)
                                                .filter(Objects::nonNull)
                                                .toList()));
    }

    private static Row row(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        return new Row(ZoneId.of(filled(columns.text())), entry(columns));
    }

    /** Null in the one row of a patient who has none. */
    private static @Nullable CalendarEntry entry(Columns columns) throws SQLException {
        @Nullable UUID id = columns.uuid();
        return id == null
                ? null
                : new CalendarEntry(
                        id,
                        filled(columns.instant()),
                        columns.integer(),
                        columns.text(),
                        columns.text(),
                        filled(columns.text()),
                        filled(columns.instant()),
                        Math.toIntExact(columns.number()));
    }
}
