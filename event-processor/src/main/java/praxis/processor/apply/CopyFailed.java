package praxis.processor.apply;

import java.sql.SQLException;

/** A {@code COPY} did not come to its end. */
final class CopyFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CopyFailed(SQLException cause) {
        super("copy failed", cause);
    }
}
