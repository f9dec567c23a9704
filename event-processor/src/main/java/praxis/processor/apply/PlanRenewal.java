package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Makes each connection forget its plans now and then. A plan that was made while a table was empty
 * may walk over all rows of a practice where it should look one up, and the server would keep it
 * until somebody analyses the table.
 */
final class PlanRenewal {
    /** Planning anew costs a busy transaction a few hundredths of its time. */
    private static final int TRANSACTIONS = 64;

    private final Map<PGConnection, Integer> transactions =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Counts a transaction of this connection: most plans are renewed while the tables are young.
     */
    void count(Handle handle) {
        int count = transactions.merge(physical(handle.getConnection()), 1, Integer::sum);
        if (count % TRANSACTIONS == 0 || (count < TRANSACTIONS && Integer.bitCount(count) == 1)) {
            handle.execute("discard plans");
        }
    }

    private static PGConnection physical(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException other) {
            throw new IllegalStateException("not a connection to PostgreSQL", other);
        }
    }
}
