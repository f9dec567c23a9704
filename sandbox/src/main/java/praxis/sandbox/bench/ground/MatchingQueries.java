package praxis.sandbox.bench.ground;

import praxis.schemas.record.PracticeId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the matcher has had to do, as the log says. */
public final class MatchingQueries {
    private final Connection connection;

    public MatchingQueries(Connection connection) {
        this.connection = connection;
    }

    /**
     * Of the newest events of a practice.
     *
     * @param candidates on average, of those events that were matched
     * @param most of one event
     * @param asked the share of the events that ended in a question
     */
    public record Looked(double candidates, double most, double asked) {}

    public Looked looked(PracticeId practice, int newest) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        select coalesce(avg((outcome -> 'match' ->> 'looked_at')::integer), 0),
                            coalesce(max((outcome -> 'match' ->> 'looked_at')::integer), 0),
                            avg((processing_status = 'needs_review')::integer)
                        from (
                            select outcome, processing_status
                            from ledger.event_log
                            where practice_id = ?
                            order by record_offset desc
                            limit ?) newest
                        """)) {
            query.setString(1, practice.value());
            query.setInt(2, newest);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Looked(row.getDouble(1), row.getDouble(2), row.getDouble(3));
            }
        }
    }

    public long patients(PracticeId practice) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select count(*) from projection.patients where practice_id = ?")) {
            query.setString(1, practice.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What the database would do by itself, later, in the middle of a measurement. */
    public void settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }
}
