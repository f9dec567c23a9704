package praxis.processor.simulate.invariant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import praxis.processor.apply.PracticeTables;
import praxis.processor.apply.Snapshot;
import praxis.processor.decide.Decider;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.LogRow;
import praxis.processor.simulate.invariant.Step.Age;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.world.Aftermath;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.processor.simulate.world.FakeLog;
import praxis.processor.simulate.world.VirtualTime;
import praxis.schemas.record.InboundRecord.HeaderNames;
import praxis.schemas.record.PracticeId;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A run, and beside it its log folded once more: record by record, in order, with nothing in the
 * way.
 */
public record History(Aftermath run, Snapshot refolded, List<LogRow> rows, List<Step> steps) {

    /**
     * Folds the log of a run once more.
     *
     * @param build makes the same rules again; store, handler and link are sound here
     */
    public static History of(Aftermath run, List<Delivery> deliveries, Build build) {
        Map<Integer, Delivery> byNumber = new HashMap<>();
        deliveries.forEach(delivery -> byNumber.put(delivery.number(), delivery));
        Refold refold = new Refold(build, byNumber);
        for (int partition = 0; partition < run.log().partitions(); partition++) {
            refold.fold(run.log(), partition);
        }
        return new History(
                run, refold.database.snapshot(), refold.database.rows(), List.copyOf(refold.steps));
    }

    /** Which delivery a record on the log comes from. */
    static int numberOf(ConsumerRecord<byte[], byte[]> record) {
        Header salt = record.headers().lastHeader(HeaderNames.SALT);
        return ByteBuffer.wrap(salt.value()).getInt();
    }

    private static final class Refold {
        private final FakeDatabase database = new FakeDatabase();
        private final List<Step> steps = new ArrayList<>();
        private final Map<PracticeId, View> views = new HashMap<>();
        private final Ages ages = new Ages();
        private final Map<Integer, Delivery> deliveries;
        private final BatchHandler handler;

        private Refold(Build build, Map<Integer, Delivery> deliveries) {
            this.deliveries = deliveries;
            this.handler =
                    new BatchHandler(
                            database.connect(),
                            new RecordDecoder(new IdentityDigests(new byte[32])),
                            build.rules(Decider::decide, new VirtualTime()),
                            _ -> {});
        }

        private void fold(FakeLog log, int partition) {
            database.connect().begin(partition);
            for (long offset = 0; offset < log.end(partition); offset++) {
                ConsumerRecord<byte[], byte[]> record =
                        log.recordAt(partition, offset).orElseThrow();
                handler.handle(log.id(), partition, List.of(record));
                note(
                        Objects.requireNonNull(deliveries.get(numberOf(record))),
                        database.rows().getLast());
            }
        }

        private void note(Delivery delivery, LogRow row) {
            View before = views.getOrDefault(delivery.practice(), View.EMPTY);
            PracticeTables tables = database.snapshot().practices().get(delivery.practice());
            View after = tables == null ? View.EMPTY : View.of(tables);
            views.put(delivery.practice(), after);
            Age age =
                    delivery.said()
                            .map(said -> ages.judge(delivery, said, row))
                            .orElse(Age.NOT_OLDER);
            steps.add(new Step(delivery, row, before, after, age));
        }
    }
}
