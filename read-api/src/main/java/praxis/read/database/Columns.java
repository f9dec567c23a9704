package praxis.read.database;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads the columns of a row in their order. */
public final class Columns {
    private final ResultSet row;
    private int next = 1;

    public Columns(ResultSet row) {
        this.row = row;
    }

    public @Nullable String text() throws SQLException {
        return row.getString(next++);
    }

    public @Nullable UUID uuid() throws SQLException {
        return row.getObject(next++, UUID.class);
    }

    public @Nullable Instant instant() throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(next++, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public @Nullable LocalDate date() throws SQLException {
        return row.getObject(next++, LocalDate.class);
    }

    public @Nullable Integer integer() throws SQLException {
        return row.getObject(next++, Integer.class);
    }

    public @Nullable Double fraction() throws SQLException {
        return row.getObject(next++, Double.class);
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(next++);
    }

    /** Of an array that is never empty itself. */
    public List<String> texts() throws SQLException {
        return List.of((String[]) row.getArray(next++).getArray());
    }

    public long number() throws SQLException {
        return row.getLong(next++);
    }

    /** For columns that the schema promises to be filled. */
    public static <T> T filled(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a column that is never empty is empty");
        }
        return value;
    }
}
