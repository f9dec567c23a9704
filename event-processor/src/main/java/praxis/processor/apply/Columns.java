package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Says which columns a kind of row has and how each is written, so that one statement takes many
 * rows: as one array per column, or as a {@code COPY}.
 */
final class Columns<R> {
    private static final int HEADER_BYTES = 20;
    private static final int EXPECTED_BYTES_PER_VALUE = 24;
    private static final int MAY_HOLD_NULLS = 1;

    private final List<Column<R>> columns = new ArrayList<>();

    /**
     * The server knows a value's type by number, and that of an array of such values by another.
     */
    private record Column<R>(
            String name, int type, int arrayType, BiConsumer<BinaryValues, R> write) {}

    Columns<R> text(String name, Function<R, @Nullable String> value) {
        return add(name, Oid.TEXT, Oid.TEXT_ARRAY, (out, row) -> out.text(value.apply(row)));
    }

    Columns<R> json(String name, Function<R, @Nullable String> value) {
        return add(name, Oid.JSON, Oid.JSON_ARRAY, (out, row) -> out.text(value.apply(row)));
    }

    Columns<R> uuid(String name, Function<R, @Nullable UUID> value) {
        return add(name, Oid.UUID, Oid.UUID_ARRAY, (out, row) -> out.uuid(value.apply(row)));
    }

    Columns<R> instant(String name, Function<R, @Nullable Instant> value) {
        return add(
                name,
                Oid.TIMESTAMPTZ,
                Oid.TIMESTAMPTZ_ARRAY,
                (out, row) -> out.instant(value.apply(row)));
    }

    Columns<R> date(String name, Function<R, @Nullable LocalDate> value) {
        return add(name, Oid.DATE, Oid.DATE_ARRAY, (out, row) -> out.date(value.apply(row)));
    }

    Columns<R> bytes(String name, Function<R, byte[]> value) {
        return add(name, Oid.BYTEA, Oid.BYTEA_ARRAY, (out, row) -> out.bytes(value.apply(row)));
    }

    Columns<R> flag(String name, Predicate<R> value) {
        return add(name, Oid.BOOL, Oid.BOOL_ARRAY, (out, row) -> out.flag(value.test(row)));
    }

    Columns<R> smallint(String name, ToIntFunction<R> value) {
        return add(
                name, Oid.INT2, Oid.INT2_ARRAY, (out, row) -> out.smallint(value.applyAsInt(row)));
    }

    Columns<R> integer(String name, Function<R, @Nullable Integer> value) {
        return add(name, Oid.INT4, Oid.INT4_ARRAY, (out, row) -> out.integer(value.apply(row)));
    }

    Columns<R> bigint(String name, ToLongFunction<R> value) {
        return add(
                name, Oid.INT8, Oid.INT8_ARRAY, (out, row) -> out.bigint(value.applyAsLong(row)));
    }

    Columns<R> maybeBigint(String name, Function<R, @Nullable Long> value) {
        return add(
                name,
                Oid.INT8,
                Oid.INT8_ARRAY,
                (out, row) -> {
                    Long number = value.apply(row);
                    if (number == null) {
                        out.none();
                    } else {
                        out.bigint(number);
                    }
                });
    }

    private Columns<R> add(
            String name, int type, int arrayType, BiConsumer<BinaryValues, R> write) {
        columns.add(new Column<>(name, type, arrayType, write));
        return this;
    }

    /** Binds the rows as one array per column, each under its column's name. */
    void bind(SqlStatement<?> statement, List<R> rows) {
        for (Column<R> column : columns) {
            byte[] array = array(column, rows);
            statement.bind(
                    column.name(),
                    (position, prepared, _) ->
                            prepared.setArray(
                                    position,
                                    new PgArray(
                                            prepared.getConnection().unwrap(BaseConnection.class),
                                            column.arrayType(),
                                            array)));
        }
    }

    private static <R> byte[] array(Column<R> column, List<R> rows) {
        BinaryValues values =
                new BinaryValues(HEADER_BYTES + rows.size() * EXPECTED_BYTES_PER_VALUE);
        int dimensions = rows.isEmpty() ? 0 : 1;
        values.bareInt(dimensions);
        values.bareInt(MAY_HOLD_NULLS);
        values.bareInt(column.type());
        if (dimensions > 0) {
            values.bareInt(rows.size());
            values.bareInt(1);
        }
        rows.forEach(row -> column.write().accept(values, row));
        return values.toBytes();
    }

    /** Brings in rows none of which is there yet. */
    void copy(Handle handle, String table, List<R> rows) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        BinaryCopy.into(
                handle,
                handle.getConfig(ProjectionName.class)
                        .in("copy %s (%s) from stdin (format binary)".formatted(table, names)),
                columns.size(),
                rows,
                (values, row) -> columns.forEach(column -> column.write().accept(values, row)));
    }
}
