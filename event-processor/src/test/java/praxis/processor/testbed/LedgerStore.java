package praxis.processor.testbed;

import org.postgresql.ds.PGSimpleDataSource;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.processor.start.Installation;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the progress, and nothing else, in PostgreSQL. */
public final class LedgerStore implements BookingStore, Installation.Memory {
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    public LedgerStore(String url) {
        source.setUrl(url);
        source.setUser("praxis_processor");
        source.setPassword(Machines.PASSWORD);
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public Optional<Installation> find() {
        return run(
                c -> {
                    try (ResultSet rows =
                            c.createStatement()
                                    .executeQuery(
                                            "select topic_id, partition_count from"
                                                    + " ledger.installation")) {
                        return rows.next()
                                ? Optional.of(
                                        new Installation(
                                                new Position.TopicId(rows.getString(1)),
                                                rows.getInt(2)))
                                : Optional.empty();
                    }
                });
    }

    @Override
    public Installation remember(Installation offered) {
        run(
                c -> {
                    PreparedStatement insert =
                            c.prepareStatement(
                                    "insert into ledger.installation (topic_id, partition_count)"
                                            + " values (?, ?) on conflict do nothing");
                    insert.setString(1, offered.topic().value());
                    insert.setInt(2, offered.partitions());
                    return insert.executeUpdate();
                });
        return find().orElseThrow();
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return run(c -> work.apply(new InConnection(c)));
    }

    @Override
    public Optional<Progress> progress(int partition) {
        return run(c -> select(c, partition));
    }

    private static Optional<Progress> select(Connection c, int partition) throws SQLException {
        PreparedStatement query =
                c.prepareStatement(
                        "select next_offset, leader_epoch, last_digest from ledger.progress where"
                                + " partition_no = ?");
        query.setInt(1, partition);
        ResultSet rows = query.executeQuery();
        return rows.next()
                ? Optional.of(
                        new Progress(
                                partition,
                                rows.getLong(1),
                                Optional.ofNullable(rows.getObject(2, Integer.class)),
                                Optional.ofNullable(rows.getBytes(3)).map(Bytes::of),
                                TreeEdge.EMPTY))
                : Optional.empty();
    }

    @Override
    public void begin(int partition) {
        run(
                c -> {
                    PreparedStatement insert =
                            c.prepareStatement(
                                    "insert into ledger.progress (partition_no, next_offset) values"
                                            + " (?, 0) on conflict do nothing");
                    insert.setInt(1, partition);
                    return insert.executeUpdate();
                });
    }

    private record InConnection(Connection c) implements Transaction {
        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            try {
                PreparedStatement update =
                        c.prepareStatement(
                                "update ledger.progress set next_offset = ? where partition_no = ?"
                                        + " and next_offset = ?");
                update.setLong(1, after);
                update.setInt(2, partition);
                update.setLong(3, first);
                return update.executeUpdate() == 1 ? select(c, partition) : Optional.empty();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            return Map.of();
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
            try {
                PreparedStatement update =
                        c.prepareStatement(
                                "update ledger.progress set leader_epoch = ?, last_digest = ? where"
                                        + " partition_no = ?");
                update.setObject(1, after.leaderEpoch().orElse(null));
                update.setBytes(2, after.lastDigest().map(Bytes::toArray).orElse(null));
                update.setInt(3, after.partition());
                update.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
