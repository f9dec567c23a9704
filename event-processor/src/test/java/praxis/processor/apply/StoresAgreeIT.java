package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.LogRow;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The same traffic, cut into other batches, leaves the same in PostgreSQL as in memory. */
class StoresAgreeIT {
    private static final TopicId TOPIC = new TopicId("topic");
    private static final int RECORDS = 3_000;

    @Test
    void keepsTheSameInBothStoresWhateverTheBatches() {
        List<LogRow> log = new ArrayList<>();
        MemoryBookingStore memory = new MemoryBookingStore(log::add);
        try (Database database = TestDatabase.fresh().asProcessor()) {
            List<ConsumerRecord<byte[], byte[]>> records = new Traffic(7, 0, 3).next(RECORDS);
            fold(memory, records, new Random(1));
            fold(new JdbiBookingStore(database.jdbi()), records, new Random(2));

            assertThat(new SnapshotReader(database.jdbi()).read()).isEqualTo(memory.snapshot());
            List<Bytes> leaves = log.stream().map(LogRow::leaf).toList();
            assertThat(memory.progress(0).orElseThrow().edge())
                    .isEqualTo(TreeEdge.EMPTY.plus(leaves));
        }
    }

    private static void fold(
            BookingStore store, List<ConsumerRecord<byte[], byte[]>> records, Random random) {
        store.begin(0);
        BatchHandler handler =
                new BatchHandler(
                        store, new RecordDecoder(new IdentityDigests(new byte[32])), _ -> {});
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(500));
            assertThat(handler.handle(TOPIC, 0, records.subList(from, to)))
                    .isInstanceOf(Handled.Committed.class);
            from = to;
        }
    }
}
