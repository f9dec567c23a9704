package praxis.processor.apply;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One row of an answer, read column by column into our own types. */
final class Row {
    private final ResultSet columns;

    private Row(ResultSet columns) {
        this.columns = columns;
    }

    /** What is to be done with a row. */
    @FunctionalInterface
    interface Reader {
        void read(Row row) throws SQLException;
    }

    static void each(Query query, Reader reader) {
        query.scanResultSet(
                (answer, context) -> {
                    try (context) {
                        ResultSet columns = answer.get();
                        Row row = new Row(columns);
                        while (columns.next()) {
                            reader.read(row);
                        }
                        return null;
                    }
                });
    }

    PracticeId practice() throws SQLException {
        return new PracticeId(text("practice_id"));
    }

    String text(String column) throws SQLException {
        return Objects.requireNonNull(columns.getString(column));
    }

    @Nullable String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(columns.getString(column));
    }

    UUID uuid(String column) throws SQLException {
        return Objects.requireNonNull(columns.getObject(column, UUID.class));
    }

    Optional<UUID> maybeUuid(String column) throws SQLException {
        return Optional.ofNullable(columns.getObject(column, UUID.class));
    }

    Instant instant(String column) throws SQLException {
        return maybeInstant(column).orElseThrow();
    }

    Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(columns.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    Optional<LocalDate> maybeDate(String column) throws SQLException {
        return Optional.ofNullable(columns.getObject(column, LocalDate.class));
    }

    Bytes bytes(String column) throws SQLException {
        return Bytes.of(Objects.requireNonNull(columns.getBytes(column)));
    }

    Optional<Bytes> maybeBytes(String column) throws SQLException {
        return Optional.ofNullable(columns.getBytes(column)).map(Bytes::of);
    }

    int integer(String column) throws SQLException {
        return columns.getInt(column);
    }

    Optional<Integer> maybeInteger(String column) throws SQLException {
        int number = columns.getInt(column);
        return columns.wasNull() ? Optional.empty() : Optional.of(number);
    }

    long bigint(String column) throws SQLException {
        return columns.getLong(column);
    }

    Optional<Long> maybeBigint(String column) throws SQLException {
        long number = columns.getLong(column);
        return columns.wasNull() ? Optional.empty() : Optional.of(number);
    }

    boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }
}
