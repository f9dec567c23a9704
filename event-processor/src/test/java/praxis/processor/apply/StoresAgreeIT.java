package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import praxis.processor.handle.Arrivals;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.MatchKey;
import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The same traffic, cut into other batches, leaves the same in PostgreSQL as in memory. */
class StoresAgreeIT {
    private static final TopicId TOPIC = new TopicId("topic");
    private static final int RECORDS = 3_000;
    private static final int SEEDS = 4;
    private static final int EFFECTS = 1_500;
    private static final int CROWD = 500;
    private static final String CONSONANTS = "bdfgklmnprstwz";
    private static final String VOWELS = "aeiou";

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

    @Test
    void keepsTheSameOfWildEffectsWhateverTheBatches() {
        for (int seed = 0; seed < SEEDS; seed++) {
            MemoryBookingStore memory = new MemoryBookingStore(_ -> {});
            try (Database database = TestDatabase.fresh().asProcessor()) {
                run(memory, seed, new Random(seed));
                run(new JdbiBookingStore(database.jdbi()), seed, new Random(-seed - 1));
                assertThat(new SnapshotReader(database.jdbi()).read())
                        .as("seed %d", seed)
                        .isEqualTo(memory.snapshot());
            }
        }
    }

    @Test
    void keepsTheSameWhereManyLeaveCrowdedBirthDateInOneBatch() {
        Arrivals crowd = new Arrivals(0);
        for (int i = 0; i < CROWD; i++) {
            crowd.add(PracticeId.DEFAULT, born("patient.created", i, "1980-05-05"));
        }
        int before = crowd.all().size();
        for (int i = 0; i < CROWD / 2; i++) {
            crowd.add(
                    PracticeId.DEFAULT,
                    born("patient.updated", i, LocalDate.of(1950, 1, 1).plusDays(i).toString()));
            crowd.add(PracticeId.DEFAULT, born("patient.created", CROWD + i, "1980-05-05"));
        }
        List<ConsumerRecord<byte[], byte[]>> records = crowd.all();
        MemoryBookingStore memory = new MemoryBookingStore(_ -> {});
        try (Database database = TestDatabase.fresh().asProcessor()) {
            for (BookingStore store : List.of(memory, new JdbiBookingStore(database.jdbi()))) {
                store.begin(0);
                BatchHandler handler = handler(store);
                handler.handle(TOPIC, 0, records.subList(0, before));
                assertThat(handler.handle(TOPIC, 0, records.subList(before, records.size())))
                        .isInstanceOf(Handled.Committed.class);
            }
            assertThat(new SnapshotReader(database.jdbi()).read()).isEqualTo(memory.snapshot());
        }
        assertThat(memory.snapshot().practices().get(PracticeId.DEFAULT))
                .extracting(tables -> tables.matchKeys().get(new MatchKey("born:1980-05-05")))
                .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                .hasSizeGreaterThan(BookingState.MAXIMUM_CANDIDATES + StateLoading.SPARE_BEARERS);
    }

    private static String born(String type, int number, String date) {
        return """
        {"event_type":"%s","payload":{"booking_patient_id":"c-%d","email":"c-%d@example.org",\
        "first_name":"%s","last_name":"%s","date_of_birth":"%s"}}\
        """
                .formatted(type, number, number, name(number, 5), name(number, 11), date);
    }

    /** Unlike that of every other number, for the eye and the ear. */
    private static String name(int number, int step) {
        Random random = new Random(number * 31L + step);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return name.toString();
    }

    private static void run(BookingStore store, long seed, Random sizes) {
        store.begin(0);
        for (long from = 0; from < EFFECTS; ) {
            long first = from;
            long after = Math.min(EFFECTS, first + 1 + sizes.nextInt(60));
            store.inTransaction(
                    tx -> {
                        Progress held = tx.claim(0, first, after).orElseThrow();
                        List<RandomEffects> run =
                                LongStream.range(first, after)
                                        .mapToObj(offset -> new RandomEffects(seed, offset))
                                        .toList();
                        Map<PracticeId, BookingState> states =
                                tx.load(
                                        run.stream()
                                                .collect(
                                                        Collectors.groupingBy(
                                                                RandomEffects::practice,
                                                                Collectors.collectingAndThen(
                                                                        Collectors.toList(),
                                                                        RandomEffects::needs))));
                        for (RandomEffects each : run) {
                            BookingState state =
                                    Objects.requireNonNull(states.get(each.practice()));
                            state.apply(each.on(state));
                        }
                        List<LogRow> rows =
                                LongStream.range(first, after)
                                        .mapToObj(offset -> Steps.row(0, offset, List.of()))
                                        .toList();
                        tx.write(states.values(), rows, Steps.after(held, rows));
                        return held;
                    });
            from = after;
        }
    }

    private static void fold(
            BookingStore store, List<ConsumerRecord<byte[], byte[]>> records, Random random) {
        store.begin(0);
        BatchHandler handler = handler(store);
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(500));
            assertThat(handler.handle(TOPIC, 0, records.subList(from, to)))
                    .isInstanceOf(Handled.Committed.class);
            from = to;
        }
    }

    private static BatchHandler handler(BookingStore store) {
        return new BatchHandler(
                store, new RecordDecoder(new IdentityDigests(new byte[32])), _ -> {});
    }
}
