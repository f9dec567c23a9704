package praxis.processor.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/**
 * A superuser who changes one thing in the ledger, by chance, and lets nothing in the database stop
 * him; and who can put everything back.
 */
final class LedgerForger implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("event_log", "event_payloads", "log_roots", "progress", "installation");

    /** A key or another rule of the tables is in the way: then he tries something else. */
    private static final String INTEGRITY = "23";

    private final FoldedLog log;
    private final Connection superuser;

    /** A column of a table of the ledger. */
    record Column(String table, String name, String type) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    LedgerForger(FoldedLog log) throws SQLException {
        this.log = log;
        superuser = log.superuser();
        superuser.setAutoCommit(false);
        log.forge(
                """
                alter table ledger.progress drop constraint progress_next_offset_check;
                alter table ledger.event_log drop constraint event_log_processing_status_check;
                create schema kept;
                """);
        TABLES.forEach(
                table ->
                        log.forge(
                                "create table kept.%s as select * from ledger.%s"
                                        .formatted(table, table)));
    }

    /** All there are, so that none that comes later is forgotten. */
    List<Column> columns() {
        return log
                .texts(
                        """
                        select table_name || ' ' || column_name || ' ' || data_type
                        from information_schema.columns
                        where table_schema = 'kept' and column_name <> 'single'
                        order by table_name, ordinal_position
                        """)
                .stream()
                .map(text -> text.split(" ", 3))
                .map(words -> new Column(words[0], words[1], words[2]))
                .toList();
    }

    /** Changes the column's value in some row; returns the statement that did it. */
    String change(Column column, Random random) throws SQLException {
        while (true) {
            String other = "(" + other(column, random) + ")";
            String sql =
                    """
                    update ledger.%1$s set %2$s = %3$s
                    where ctid = (select ctid from ledger.%1$s order by 1 offset %4$d limit 1)
                        and %2$s::text is distinct from %3$s::text
                    """
                            .formatted(
                                    column.table(),
                                    column.name(),
                                    other,
                                    random.nextInt(rows(column.table())));
            if (run(sql) == 1) {
                return sql;
            }
        }
    }

    private int rows(String table) {
        return Integer.parseInt(log.texts("select count(*) from ledger." + table).getFirst());
    }

    private static String other(Column column, Random random) {
        String name = column.name();
        int number = 1 + random.nextInt(1_000);
        List<String> values =
                switch (column.type()) {
                    case "text" ->
                            List.of(
                                    "coalesce(" + name + ", '') || 'x'",
                                    "null",
                                    "''",
                                    "'ping'",
                                    "'stale'",
                                    "upper(" + name + ")");
                    case "uuid" -> List.of("gen_random_uuid()", "null");
                    case "boolean" -> List.of("not " + name);
                    case "integer", "bigint" ->
                            List.of(
                                    "coalesce(" + name + ", 0) + " + number,
                                    name + " - " + number,
                                    name + " + 1",
                                    "null");
                    case "timestamp with time zone" ->
                            List.of(
                                    name + " + interval '" + number + " microseconds'",
                                    "'infinity'",
                                    "now()");
                    case "json" -> List.of("(" + name + "::text || ' ')::json", "'{}'::json");
                    case "bytea" ->
                            List.of(
                                    name + " || '\\x00'::bytea",
                                    "substr(" + name + ", 2)",
                                    "set_byte(" + name + ", 0, get_byte(" + name + ", 0) # 1)",
                                    "''::bytea",
                                    "null");
                    default -> throw new IllegalStateException("no forgery for " + column.type());
                };
        return values.get(random.nextInt(values.size()));
    }

    /**
     * Runs the statements.
     *
     * @return how many rows the last of them has changed; 0 where the tables' rules forbid it
     */
    int run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
            int rows = 0;
            for (int count = statement.getUpdateCount();
                    count != -1;
                    statement.getMoreResults(), count = statement.getUpdateCount()) {
                rows = count;
            }
            superuser.commit();
            return rows;
        } catch (SQLException refused) {
            superuser.rollback();
            if (refused.getSQLState().startsWith(INTEGRITY)
                    || refused.getSQLState().startsWith("22")) {
                return 0;
            }
            throw refused;
        }
    }

    /** Row by row: truncating would make the files of five tables anew each time. */
    void putBack() throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (String table : TABLES) {
            sql.append(
                    "delete from ledger.%1$s; insert into ledger.%1$s select * from kept.%1$s;\n"
                            .formatted(table));
        }
        run(sql.toString());
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
