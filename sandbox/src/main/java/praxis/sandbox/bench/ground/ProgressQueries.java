package praxis.sandbox.bench.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the processor has come, as it says itself. */
public final class ProgressQueries {
    private final Connection connection;

    public ProgressQueries(Connection connection) {
        this.connection = connection;
    }

    /** Records committed in all partitions. */
    public long committed() throws SQLException {
        return number("select coalesce(sum(next_offset), 0) from ledger.progress");
    }

    /** Transactions committed in all partitions: each leaves one root. */
    public long batches() throws SQLException {
        return number("select count(*) from ledger.log_roots");
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
