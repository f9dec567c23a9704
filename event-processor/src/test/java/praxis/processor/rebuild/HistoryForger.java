package praxis.processor.rebuild;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import praxis.processor.model.LogLeaf;
import praxis.processor.model.LogRow;
import praxis.processor.model.TreeEdge;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A superuser who knows how everything is proven, and proves his own history just the same. */
final class HistoryForger {
    private final FoldedLog log;
    private final int partition;

    HistoryForger(FoldedLog log, int partition) {
        this.log = log;
        this.partition = partition;
    }

    /** Changes log rows, then makes leaves, heads and progress follow from them. */
    void rewrite(String sql) {
        log.forge(sql);
        Jdbi.create(log::superuser).useTransaction(this::prove);
    }

    private void prove(Handle handle) {
        List<LogRow> rows;
        try (Stream<StoredRow> stored = new LogQueries(handle).rows(partition)) {
            rows = stored.map(row -> row.row().orElseThrow()).toList();
        }
        TreeMap<Long, TreeEdge> edges = new TreeMap<>();
        TreeEdge edge = TreeEdge.EMPTY;
        for (LogRow row : rows) {
            edge = edge.plus(List.of(LogLeaf.hash(row)));
            edges.put(edge.size(), edge);
            handle.execute(
                    "update ledger.event_log set leaf = ? where partition_no = ? and record_offset"
                            + " = ?",
                    LogLeaf.hash(row).toArray(),
                    partition,
                    row.offset());
        }
        for (TreeEdge head : edges.values()) {
            handle.execute(
                    "update ledger.log_roots set root = ? where partition_no = ? and tree_size = ?",
                    head.root().toArray(),
                    partition,
                    head.size());
        }
        handle.execute(
                "insert into ledger.log_roots values (?, ?, ?) on conflict do nothing",
                partition,
                edge.size(),
                edge.root().toArray());
        handle.execute(
                """
                update ledger.progress set next_offset = ?, last_digest = ?, tree_edge = ?
                where partition_no = ?
                """,
                edge.size(),
                rows.getLast().commitment().toArray(),
                edge.toBytes(),
                partition);
    }
}
