package praxis.processor.apply;

import praxis.schemas.event.Stamp;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** The three columns that hold a proof of order; a table with two of them prefixes one. */
final class StampColumns {
    private StampColumns() {}

    static <R> Columns<R> add(Columns<R> columns, String prefix, Function<R, Stamp> stamp) {
        return columns.text(
                        prefix + "version_kind",
                        row ->
                                stamp.apply(row)
                                        .version()
                                        .map(version -> version.kind().wireName())
                                        .orElse(null))
                .maybeBigint(
                        prefix + "version_number",
                        row -> stamp.apply(row).version().map(Stamp.Version::number).orElse(null))
                .instant(prefix + "occurred_at", row -> stamp.apply(row).occurredAt().orElse(null));
    }

    static Stamp read(Row row, String prefix) throws SQLException {
        Optional<Stamp.Kind> kind =
                row.maybeText(prefix + "version_kind")
                        .map(
                                name ->
                                        WireName.read(
                                                Stamp.Kind.values(), Stamp.Kind::wireName, name));
        long number = row.bigint(prefix + "version_number");
        return new Stamp(
                kind.map(known -> new Stamp.Version(known, number)),
                row.maybeInstant(prefix + "occurred_at"));
    }
}
