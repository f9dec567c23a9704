package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.Database;
import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.apply.MemoryBookingStore;
import praxis.processor.apply.SnapshotReader;
import praxis.processor.apply.TestDatabase;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.model.LogRow;
import praxis.processor.simulate.traffic.Traffic;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.Chance;
import praxis.processor.simulate.world.FakeLog;
import praxis.processor.simulate.world.World;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The logs of simulated worlds, with all that staff ordered in them, come to the same in PostgreSQL
 * as in memory, however they are cut: whatever a batch needs, the store has foreseen.
 */
class OrdersInBothStoresIT {
    private static final int SEEDS = 40;
    private static final int ONE_BY_ONE = 1;
    private static final int LARGEST_BATCH = 40;

    @Test
    void comesToTheSameWhateverTheBatches() {
        for (int seed = 0; seed < SEEDS; seed++) {
            FakeLog log = logOf(seed);
            MemoryBookingStore memory = new MemoryBookingStore(_ -> {});
            List<LogRow> rows = fold(memory, log, new Random(seed), ONE_BY_ONE);
            try (Database database = TestDatabase.fresh().asProcessor()) {
                BookingStore stored = new JdbiBookingStore(database.jdbi());
                assertThat(fold(stored, log, new Random(seed), LARGEST_BATCH))
                        .as("rows of seed %d", seed)
                        .isEqualTo(rows);
                assertThat(new SnapshotReader(database.jdbi()).read())
                        .as("seed %d", seed)
                        .isEqualTo(memory.snapshot());
            }
        }
    }

    private static FakeLog logOf(long seed) {
        try (Quiet _ = new Quiet()) {
            return World.run(Traffic.of(seed), Chance.seeded(seed), Build.asItIs()).log();
        }
    }

    private static List<LogRow> fold(BookingStore store, FakeLog log, Random random, int largest) {
        List<LogRow> rows = new ArrayList<>();
        BatchHandler handler = new BatchHandler(store, World.decoder(), rows::add);
        for (int partition = 0; partition < log.partitions(); partition++) {
            store.begin(partition);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (long offset = 0; offset < log.end(partition); offset++) {
                records.add(log.recordAt(partition, offset).orElseThrow());
            }
            for (int from = 0; from < records.size(); ) {
                int to = Math.min(records.size(), from + 1 + random.nextInt(largest));
                assertThat(handler.handle(World.TOPIC, partition, records.subList(from, to)))
                        .isInstanceOf(Handled.Committed.class);
                from = to;
            }
        }
        return rows;
    }
}
