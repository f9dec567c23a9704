package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.apply.Database;
import praxis.processor.apply.InstallationStore;
import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.apply.RebuildScope;
import praxis.processor.apply.Snapshot;
import praxis.processor.apply.SnapshotReader;
import praxis.processor.apply.TableDifference;
import praxis.processor.apply.TestDatabase;
import praxis.processor.handle.BatchHandler;
import praxis.processor.rebuild.Rebuild;
import praxis.processor.simulate.traffic.Traffic;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.Chance;
import praxis.processor.simulate.world.FakeLog;
import praxis.processor.simulate.world.World;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The tables of simulated worlds, with all that staff ordered in them, come again from the log. */
class RebuildIT {
    private static final int SEEDS = 12;
    private static final int LARGEST_BATCH = 40;
    private static final String NAME = "again";

    @Test
    void comesToTheSameWhateverTheBatches() {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (Folded folded = new Folded(seed)) {
                for (int batch : new int[] {1, 7, 500}) {
                    Rebuild.Report report = folded.run(plan(batch, false));

                    assertThat(differing(report)).as("seed %d by %d", seed, batch).isEmpty();
                    assertThat(report.records()).isEqualTo(folded.records());
                    assertThat(rows(report)).isPositive();
                    folded.rebuild().drop(NAME);
                }
                assertThat(folded.rebuild().names()).isEmpty();
            }
        }
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        try (Folded folded = new Folded(3)) {
            long done = 0;
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> folded.rebuild().run(plan(1, false), endAfter(3)))
                        .isInstanceOf(Interruption.class);
                done += 3;
            }
            Rebuild.Report report = folded.run(plan(1, false));

            assertThat(differing(report)).isEmpty();
            assertThat(report.records()).isEqualTo(folded.records() - done);
        }
    }

    @Test
    void putsTheRightRowsInThePlaceOfWrongOnes() {
        try (Folded folded = new Folded(5)) {
            Snapshot right = folded.tables();
            folded.forge(
                    """
                    update projection.patients set last_name = 'Falsch', changed_offset = 0
                    where id = (select id from projection.patients order by id limit 1);
                    delete from projection.appointments where id = (
                        select id from projection.appointments order by id limit 1);
                    insert into projection.kept_apart values ('default', 'nobody', gen_random_uuid());
                    """);
            Rebuild.Report seen = folded.run(plan(100, false));
            assertThat(folded.tables()).isNotEqualTo(right);

            Rebuild.Report swapped = folded.run(plan(100, true));

            assertThat(seen.isSame()).isFalse();
            assertThat(seen.keptAs()).isEmpty();
            assertThat(counts(seen))
                    .contains("patients 0 0 1", "appointments 1 0 0", "kept_apart 0 1 0")
                    .hasSize(3);
            assertThat(counts(swapped)).isEqualTo(counts(seen));
            assertThat(swapped.keptAs()).contains("before_" + NAME);
            assertThat(folded.tables()).isEqualTo(right);
            assertThat(folded.count("shadow_before_again.patients where last_name = 'Falsch'"))
                    .isEqualTo(1);
            assertThat(folded.count("shadow_before_again.kept_apart")).isEqualTo(1);
            assertThat(folded.run(plan(100, true)).isSame()).isTrue();
            assertThat(folded.rebuild().drop("before_" + NAME)).isTrue();
        }
    }

    @Test
    void lookingBackIsNeverForSwapping() {
        assertThatThrownBy(
                        () ->
                                new Rebuild.Plan(
                                        NAME,
                                        Rebuild.Source.PAYLOADS,
                                        new RebuildScope(
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(Instant.EPOCH)),
                                        1,
                                        true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never to be swapped");
    }

    @Test
    void leavesShadowOfAnotherPlanAlone() {
        try (Folded folded = new Folded(1)) {
            folded.run(plan(10, false));

            assertThatThrownBy(
                            () ->
                                    folded.run(
                                            new Rebuild.Plan(
                                                    NAME,
                                                    Rebuild.Source.TOPIC,
                                                    RebuildScope.ALL,
                                                    10,
                                                    false)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> folded.rebuild().drop("no name; drop schema ledger"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Rebuild.Plan plan(int batch, boolean swap) {
        return new Rebuild.Plan(NAME, Rebuild.Source.PAYLOADS, RebuildScope.ALL, batch, swap);
    }

    private static List<String> differing(Rebuild.Report report) {
        return report.tables().stream()
                .filter(table -> !table.isNone())
                .map(TableDifference::toString)
                .toList();
    }

    private static List<String> counts(Rebuild.Report report) {
        return report.tables().stream()
                .filter(table -> !table.isNone())
                .map(
                        table ->
                                "%s %d %d %d"
                                        .formatted(
                                                table.table(),
                                                table.added(),
                                                table.removed(),
                                                table.changed()))
                .toList();
    }

    private static long rows(Rebuild.Report report) {
        return report.tables().stream().mapToLong(TableDifference::rows).sum();
    }

    /** What ends a run in its midst. */
    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Rebuild.Watcher endAfter(long records) {
        return (folded, _) -> {
            if (folded >= records) {
                throw new Interruption();
            }
        };
    }

    /** A simulated world's log in a database. */
    private static final class Folded implements AutoCloseable {
        private final TestDatabase place = TestDatabase.fresh();
        private final Database database = place.asProcessor();
        private final FakeLog log;

        Folded(long seed) {
            try (Quiet _ = new Quiet()) {
                log = World.run(Traffic.of(seed), Chance.seeded(seed), Build.asItIs()).log();
            }
            new InstallationStore(database.jdbi())
                    .remember(new InstallationStore.Source(World.TOPIC, log.partitions()));
            fold(new Random(seed));
        }

        private void fold(Random random) {
            JdbiBookingStore store = new JdbiBookingStore(database.jdbi());
            BatchHandler handler = new BatchHandler(store, World.decoder(), _ -> {});
            for (int partition = 0; partition < log.partitions(); partition++) {
                store.begin(partition);
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                for (long offset = 0; offset < log.end(partition); offset++) {
                    records.add(log.recordAt(partition, offset).orElseThrow());
                }
                for (int from = 0; from < records.size(); ) {
                    int to = Math.min(records.size(), from + 1 + random.nextInt(LARGEST_BATCH));
                    handler.handle(World.TOPIC, partition, records.subList(from, to));
                    from = to;
                }
            }
        }

        long records() {
            long records = 0;
            for (int partition = 0; partition < log.partitions(); partition++) {
                records += log.end(partition);
            }
            return records;
        }

        Rebuild rebuild() {
            return new Rebuild(
                    place::asOwner,
                    () -> {
                        throw new AssertionError("the payloads are all there");
                    },
                    World.decoder());
        }

        Rebuild.Report run(Rebuild.Plan plan) {
            return rebuild().run(plan, (_, _) -> {});
        }

        Snapshot tables() {
            return new SnapshotReader(database.jdbi()).read();
        }

        long count(String from) {
            try (Connection connection = place.superuser();
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + from)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        }

        void forge(String sql) {
            try (Connection connection = place.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
