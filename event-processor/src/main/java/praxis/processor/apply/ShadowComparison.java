package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds a shadow's tables against the live ones, row by row, and lets what differs change places.
 * Works on whatever tables the projection has: each has a primary key and names its practice.
 */
final class ShadowComparison {
    private static final int EXAMPLES = 5;

    private final Handle handle;
    private final String schema;
    private final RebuildScope scope;

    ShadowComparison(Handle handle, String schema, RebuildScope scope) {
        this.handle = handle;
        this.schema = schema;
        this.scope = scope;
    }

    /** A table, and its primary key. */
    private record Table(String name, List<String> key) {
        String keys() {
            return String.join(", ", key);
        }

        /** Ids can be shown; other parts of keys are made of names. */
        String ids() {
            return key.stream()
                    .filter(column -> column.equals("id") || column.endsWith("_id"))
                    .collect(Collectors.joining(", "));
        }
    }

    List<TableDifference> compare() {
        return tables().stream().map(this::compare).toList();
    }

    private TableDifference compare(Table table) {
        String sql =
                """
                with %1$s,
                    differing as (
                        select
                            live.practice_id is null as added,
                            shadow.practice_id is null as removed,
                            concat_ws(' ', %2$s) as ids
                        from live full join shadow using (%3$s)
                        where (%4$s) and cast(live as text) is distinct from cast(shadow as text))
                select
                    (select count(*) from live where %5$s) as rows,
                    count(*) filter (where added) as added,
                    count(*) filter (where removed) as removed,
                    count(*) filter (where not added and not removed) as changed,
                    coalesce(
                        (select string_agg(ids, e'\\n' order by ids)
                        from (select ids from differing order by ids limit %6$d) first),
                        '') as examples,
                    (%7$s) as live_digest,
                    (%8$s) as shadow_digest
                from differing
                """
                        .formatted(
                                both(table),
                                table.ids(),
                                table.keys(),
                                eitherInScope(table),
                                ofPatient("live", table),
                                EXAMPLES,
                                digest("live", table),
                                digest("shadow", table));
        List<TableDifference> found = new ArrayList<>();
        Row.each(
                bound(handle.createQuery(sql)),
                row ->
                        found.add(
                                new TableDifference(
                                        table.name(),
                                        row.bigint("rows"),
                                        row.bigint("added"),
                                        row.bigint("removed"),
                                        row.bigint("changed"),
                                        row.text("examples").lines().toList(),
                                        row.bytes("live_digest"),
                                        row.bytes("shadow_digest"))));
        return found.getFirst();
    }

    /** The rows of the practice in both; a name that nobody has any more may be counted, or not. */
    private String both(Table table) {
        String counts = table.name().equals("name_counts") ? " and patients <> 0" : "";
        return """
        live as materialized (select * from %1$s where %3$s),
            shadow as materialized (select * from %2$s where %3$s)\
        """
                .formatted(
                        ShadowDao.live(table.name()),
                        inShadow(table.name()),
                        (scope.practice().isPresent() ? "practice_id = :practice" : "true")
                                + counts);
    }

    private String digest(String from, Table table) {
        return """
        select sha256(coalesce(string_agg(
            sha256(convert_to(cast(%1$s as text), 'UTF8')), ''::bytea order by %2$s), ''))
        from %1$s where %3$s\
        """
                .formatted(from, table.keys(), ofPatient(from, table));
    }

    void exchange() {
        tables().forEach(this::exchange);
    }

    private void exchange(Table table) {
        String live = ShadowDao.live(table.name());
        String shadow = inShadow(table.name());
        putAside("going", "live", table);
        putAside("coming", "shadow", table);
        take("going", live, table);
        take("coming", shadow, table);
        put("coming", live);
        put("going", shadow);
        handle.execute("drop table %1$s, %2$s".formatted(inShadow("going"), inShadow("coming")));
    }

    /** Keeps the rows of one side where the sides differ. */
    private void putAside(String name, String side, Table table) {
        handle.execute(
                "create table %s (like %s)"
                        .formatted(inShadow(name), ShadowDao.live(table.name())));
        String sql =
                """
                with %1$s
                insert into %2$s
                select (%3$s).*
                from live full join shadow using (%4$s)
                where (%5$s) and cast(live as text) is distinct from cast(shadow as text)
                    and %3$s.practice_id is not null
                """
                        .formatted(
                                both(table),
                                inShadow(name),
                                side,
                                table.keys(),
                                eitherInScope(table));
        try (var update = bound(handle.createUpdate(sql))) {
            update.execute();
        }
    }

    private void take(String rows, String from, Table table) {
        handle.execute(
                "delete from %1$s where (%2$s) in (select %2$s from %3$s)"
                        .formatted(from, table.keys(), inShadow(rows)));
    }

    private void put(String rows, String into) {
        handle.execute("insert into %s select * from %s".formatted(into, inShadow(rows)));
    }

    private String inShadow(String table) {
        return schema + "." + table;
    }

    private List<Table> tables() {
        return ShadowDao.tables(handle).stream()
                .filter(name -> scope.patient().isEmpty() || ownerColumn(name).isPresent())
                .map(name -> new Table(name, key(name)))
                .toList();
    }

    /** A row may be another patient's on the other side. */
    private String eitherInScope(Table table) {
        return ofPatient("live", table) + " or " + ofPatient("shadow", table);
    }

    private String ofPatient(String side, Table table) {
        return scope.patient().isEmpty()
                ? "true"
                : "%s.%s = :patient".formatted(side, ownerColumn(table.name()).orElseThrow());
    }

    /** Which column names the patient; empty where the rows are no patient's. */
    private Optional<String> ownerColumn(String table) {
        return table.equals("patients")
                ? Optional.of("id")
                : columns(table).stream().filter("patient_id"::equals).findFirst();
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        scope.practice().ifPresent(name -> statement.bind("practice", name.value()));
        scope.patient().ifPresent(id -> statement.bind("patient", id.value()));
        return statement;
    }

    private List<String> columns(String table) {
        return names(
                """
                select attname
                from pg_attribute
                where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                """,
                table);
    }

    private List<String> key(String table) {
        return names(
                """
                select attname
                from pg_index
                join pg_attribute on attrelid = indrelid and attnum = any(indkey)
                where indrelid = cast(:table as regclass) and indisprimary
                order by array_position(cast(indkey as int2[]), attnum)
                """,
                table);
    }

    private List<String> names(String sql, String table) {
        List<String> names = new ArrayList<>();
        Row.each(
                handle.createQuery(sql).bind("table", ShadowDao.live(table)),
                row -> names.add(row.text("attname")));
        return names;
    }
}
