package praxis.read.commands;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Finds what became of the caller's own commands. */
public final class CommandQueries {
    private static final String IDENTITY = "command:";

    private static final Question OF_ID =
            Question.of(
                    """
                    select
                        event_type, received_at, processing_status, error_message,
                        cast(outcome as text)
                    from read.commands
                    where identity_key = :identity and outcome ->> 'by' = :sender
                    """);

    private static final Question AT =
            Question.of(
                    """
                    select
                        event_type, received_at, processing_status, error_message,
                        cast(outcome as text)
                    from read.command_entries
                    where partition_no = :partition and record_offset = :offset
                        and outcome ->> 'by' = :sender
                    """);

    private final CallerQueries database;

    public CommandQueries(CallerQueries database) {
        this.database = database;
    }

    /** The first with this id, where the caller sent it. */
    Optional<Entry> ofId(Caller caller, UUID command) {
        return database
                .list(
                        caller,
                        OF_ID,
                        query ->
                                query.bind("identity", IDENTITY + command)
                                        .bind("sender", caller.subject().value()),
                        CommandQueries::row)
                .stream()
                .findFirst();
    }

    /** What stands at a position, where the caller sent it. */
    Optional<Entry> at(Caller caller, int partition, long offset) {
        return database
                .list(
                        caller,
                        AT,
                        query ->
                                query.bind("partition", partition)
                                        .bind("offset", offset)
                                        .bind("sender", caller.subject().value()),
                        CommandQueries::row)
                .stream()
                .findFirst();
    }

    private static Entry row(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        return new Entry(
                Optional.ofNullable(columns.text()),
                filled(columns.instant()),
                filled(columns.text()),
                Optional.ofNullable(columns.text()),
                StrictJson.parse(filled(columns.text()).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow());
    }
}
