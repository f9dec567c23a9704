package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far each partition has been folded, and the roots of its tree on the way. */
final class LedgerDao {
    private LedgerDao() {}

    static Optional<Progress> progress(Handle handle, int partition) {
        return read(
                        handle.createQuery(
                                        """
                                        select partition_no, next_offset, leader_epoch, last_digest,
                                            tree_edge
                                        from ledger.progress
                                        where partition_no = :partition
                                        """)
                                .bind("partition", partition))
                .stream()
                .findFirst();
    }

    static List<Progress> all(Handle handle) {
        return read(
                handle.createQuery(
                        """
                        select partition_no, next_offset, leader_epoch, last_digest, tree_edge
                        from ledger.progress
                        """));
    }

    static void begin(Handle handle, int partition) {
        try (var update =
                handle.createUpdate(
                        """
                        insert into ledger.progress (partition_no, next_offset)
                        values (:partition, 0)
                        on conflict do nothing
                        """)) {
            update.bind("partition", partition).execute();
        }
    }

    /** Everything but the offset is left for {@link #advance}: it says where the tree stood. */
    static Optional<Progress> claim(Handle handle, int partition, long first, long after) {
        return read(
                        handle.createQuery(
                                        """
                                        update ledger.progress
                                        set next_offset = :after
                                        where partition_no = :partition and next_offset = :first
                                        returning partition_no, :first as next_offset, leader_epoch,
                                            last_digest, tree_edge
                                        """)
                                .bind("partition", partition)
                                .bind("first", first)
                                .bind("after", after))
                .stream()
                .findFirst();
    }

    private static List<Progress> read(Query query) {
        List<Progress> found = new ArrayList<>();
        Row.each(query, row -> found.add(progress(row)));
        return found;
    }

    private static Progress progress(Row row) throws SQLException {
        long nextOffset = row.bigint("next_offset");
        return new Progress(
                row.integer("partition_no"),
                nextOffset,
                row.maybeInteger("leader_epoch"),
                row.maybeBytes("last_digest"),
                TreeEdge.fromBytes(nextOffset, row.bytes("tree_edge").toArray()));
    }

    /** The tree's new head goes with the position, so that neither is ever seen alone. */
    static void advance(Handle handle, Progress after) {
        try (var update =
                handle.createUpdate(
                        """
                        with head as (
                            insert into ledger.log_roots (partition_no, tree_size, root)
                            values (:partition, :size, :root))
                        update ledger.progress
                        set leader_epoch = :epoch, last_digest = :digest, tree_edge = :edge
                        where partition_no = :partition
                        """)) {
            update.bind("partition", after.partition())
                    .bind("size", after.edge().size())
                    .bind("root", after.edge().root().toArray())
                    .bind("epoch", after.leaderEpoch().orElse(null))
                    .bind("digest", after.lastDigest().map(Bytes::toArray).orElse(null))
                    .bind("edge", after.edge().toBytes())
                    .execute();
        }
    }
}
