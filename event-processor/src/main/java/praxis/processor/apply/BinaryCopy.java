package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;

/** Brings many rows into a table by {@code COPY}, as part of the handle's transaction. */
final class BinaryCopy {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The server works on one piece while the next is made ready. */
    private static final int PIECE_BYTES = 1 << 16;

    private static final int END = -1;

    private BinaryCopy() {}

    /**
     * @param write writes the values of one row, {@code columns} of them
     */
    static <R> void into(
            Handle handle,
            String sql,
            int columns,
            List<R> rows,
            BiConsumer<BinaryValues, R> write) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            CopyIn copy =
                    handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                BinaryValues values = new BinaryValues(PIECE_BYTES * 2);
                values.bareBytes(SIGNATURE);
                values.bareInt(0);
                values.bareInt(0);
                for (R row : rows) {
                    values.bareShort(columns);
                    write.accept(values, row);
                    if (values.size() >= PIECE_BYTES) {
                        values.moveTo(copy);
                    }
                }
                values.bareShort(END);
                values.moveTo(copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failed) {
            throw new CopyFailed(failed);
        }
    }
}
