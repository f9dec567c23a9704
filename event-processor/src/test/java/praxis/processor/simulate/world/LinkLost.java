package praxis.processor.simulate.world;

import java.sql.SQLRecoverableException;

/** The connection to the database broke, or somebody else holds the row for too long. */
final class LinkLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkLost() {
        super("link lost", new SQLRecoverableException("link lost", "08006"), false, false);
    }
}
