package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas of shadows, and how far each has come. */
final class ShadowDao {
    /** Told from schemas of ours by how they begin. */
    static final String PREFIX = "shadow_";

    private ShadowDao() {}

    static List<String> names(Handle handle) {
        List<String> names = new ArrayList<>();
        Row.each(
                handle.createQuery(
                                """
                                select substr(nspname, length(:prefix) + 1) as name
                                from pg_namespace
                                where starts_with(nspname, :prefix)
                                order by nspname
                                """)
                        .bind("prefix", PREFIX),
                row -> names.add(row.text("name")));
        return names;
    }

    /** The tables of the live projection, whichever they are by now. */
    static List<String> tables(Handle handle) {
        List<String> tables = new ArrayList<>();
        Row.each(
                handle.createQuery(
                                """
                                select relname
                                from pg_class
                                where relnamespace = cast(:live as regnamespace) and relkind = 'r'
                                order by relname
                                """)
                        .bind("live", ProjectionName.LIVE),
                row -> tables.add(row.text("relname")));
        return tables;
    }

    static void create(Handle handle, String schema, String purpose) {
        handle.execute("create schema " + schema);
        for (String table : tables(handle)) {
            // Put together here, so that the names are led nowhere else.
            handle.execute(
                    "create table %s.%s (like %s including all)"
                            .formatted(schema, table, live(table)));
        }
        handle.execute(
                """
                create table %s.shadow_progress (
                    partition_no integer primary key, next_offset bigint not null)
                """
                        .formatted(schema));
        handle.execute("create table %s.shadow_purpose (purpose text not null)".formatted(schema));
        try (var update =
                handle.createUpdate(
                        "insert into %s.shadow_purpose values (:purpose)".formatted(schema))) {
            update.bind("purpose", purpose).execute();
        }
    }

    /** Quoted: so, no statement is led to a shadow by it. */
    static String live(String table) {
        return "\"" + ProjectionName.LIVE + "\"." + table;
    }

    static Optional<String> purpose(Handle handle, String schema) {
        if (!names(handle).contains(schema.substring(PREFIX.length()))) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        Row.each(
                handle.createQuery("select purpose from %s.shadow_purpose".formatted(schema)),
                row -> found.add(row.text("purpose")));
        return found.stream().findFirst();
    }

    static void drop(Handle handle, String schema) {
        handle.execute("drop schema if exists " + schema + " cascade");
    }

    static void rename(Handle handle, String schema, String name) {
        handle.execute("alter schema %s rename to %s".formatted(schema, name));
    }

    static Map<Integer, Long> progress(Handle handle, String schema) {
        return positions(
                handle.createQuery(
                        "select partition_no, next_offset from %s.shadow_progress"
                                .formatted(schema)));
    }

    static Map<Integer, Long> live(Handle handle) {
        return positions(
                handle.createQuery("select partition_no, next_offset from ledger.progress"));
    }

    /** In the order of the partitions, so that two who want all of them do not block each other. */
    static Map<Integer, Long> holdLive(Handle handle) {
        return positions(
                handle.createQuery(
                        """
                        select partition_no, next_offset
                        from ledger.progress
                        order by partition_no
                        for update
                        """));
    }

    private static Map<Integer, Long> positions(Query query) {
        Map<Integer, Long> positions = new HashMap<>();
        Row.each(
                query,
                row -> positions.put(row.integer("partition_no"), row.bigint("next_offset")));
        return positions;
    }

    static void reach(Handle handle, String schema, int partition, long nextOffset) {
        try (var update =
                handle.createUpdate(
                        """
                        insert into %s.shadow_progress as known (partition_no, next_offset)
                        values (:partition, :next)
                        on conflict (partition_no) do update
                        set next_offset = greatest(known.next_offset, excluded.next_offset)
                        """
                                .formatted(schema))) {
            update.bind("partition", partition).bind("next", nextOffset).execute();
        }
    }

    /** Whether these records are still to come. */
    static boolean claim(Handle handle, String schema, int partition, long first, long after) {
        try (var update =
                handle.createUpdate(
                        """
                        update %s.shadow_progress set next_offset = :after
                        where partition_no = :partition and next_offset <= :first
                        """
                                .formatted(schema))) {
            return update.bind("partition", partition)
                            .bind("first", first)
                            .bind("after", after)
                            .execute()
                    == 1;
        }
    }
}
