package praxis.processor.simulate.invariant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import praxis.processor.apply.PracticeTables;
import praxis.processor.apply.Snapshot;
import praxis.processor.decide.Decider;
import praxis.processor.handle.BatchHandler;
import praxis.processor.model.LogRow;
import praxis.processor.simulate.invariant.Step.Age;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.world.Aftermath;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.processor.simulate.world.FakeLog;
import praxis.processor.simulate.world.VirtualTime;
import praxis.processor.simulate.world.World;
import praxis.schemas.command.CommandJson;
import praxis.schemas.command.SentCommand;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord.HeaderNames;
import praxis.schemas.record.PracticeId;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
                            World.decoder(),
                            build.rules(Decider::decide, new VirtualTime()),
                            _ -> {});
        }

        private void fold(FakeLog log, int partition) {
            database.connect().begin(partition);
            for (long offset = 0; offset < log.end(partition); offset++) {
                ConsumerRecord<byte[], byte[]> record =
                        log.recordAt(partition, offset).orElseThrow();
                handler.handle(log.id(), partition, List.of(record));
                note(record, database.rows().getLast());
            }
        }

        private void note(ConsumerRecord<byte[], byte[]> record, LogRow row) {
            int number = numberOf(record);
            if (number < 0) {
                note(ordered(number, record, row), Optional.of(order(record)), row);
            } else {
                note(Objects.requireNonNull(deliveries.get(number)), Optional.empty(), row);
            }
        }

        private static SentCommand order(ConsumerRecord<byte[], byte[]> record) {
            return switch (CommandJson.read(StrictJson.parse(record.value()))) {
                case CommandJson.Reading.Understood(SentCommand order) -> order;
                case CommandJson.Reading.Unusable(String reason) ->
                        throw new IllegalStateException(reason);
            };
        }

        private static Delivery ordered(
                int number, ConsumerRecord<byte[], byte[]> record, LogRow row) {
            return new Delivery(
                    number,
                    row.practice().orElseThrow(),
                    Duration.ZERO,
                    Optional.empty(),
                    false,
                    Delivery.Spoiling.NONE,
                    Optional.empty(),
                    Bytes.of(record.value()));
        }

        private void note(Delivery delivery, Optional<SentCommand> order, LogRow row) {
            View before = views.getOrDefault(delivery.practice(), View.EMPTY);
            PracticeTables tables = database.snapshot().practices().get(delivery.practice());
            View after = tables == null ? View.EMPTY : View.of(tables);
            views.put(delivery.practice(), after);
            Set<BookingAppointmentId> gone = new HashSet<>(before.appointments().keySet());
            gone.removeAll(after.appointments().keySet());
            ages.forget(delivery.practice(), gone);
            Age age =
                    delivery.said()
                            .map(said -> ages.judge(delivery, said, row))
                            .orElse(Age.NOT_OLDER);
            steps.add(new Step(delivery, order, row, before, after, age));
        }
    }
}
