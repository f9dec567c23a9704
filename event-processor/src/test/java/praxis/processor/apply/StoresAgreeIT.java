package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.handle.Arrivals;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.BookingState;
import praxis.processor.model.Counted;
import praxis.processor.model.LogRow;
import praxis.processor.model.MatchKey;
import praxis.processor.model.PatientId;
import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The same traffic, cut into other batches, leaves the same in PostgreSQL as in memory. */
class StoresAgreeIT {
    private static final TopicId TOPIC = new TopicId("topic");
    private static final int RECORDS = 3_000;
    private static final int SEEDS = 4;
    private static final int EFFECTS = 1_500;
    private static final int CROWD = 500;
    private static final int FAMILY = 60;
    private static final int STAYING = 12;
    private static final String FAMILY_NAME = "Gundelfinger";
    private static final LocalDate BORN = LocalDate.of(1980, 5, 5);
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
            crowd.add(PracticeId.DEFAULT, someone(i, name(i, 11), BORN));
        }
        PracticeTables kept =
                keptInBothStores(
                        crowd,
                        patients -> {
                            for (int i = 0; i < patients.size() - STAYING; i++) {
                                LocalDate other = LocalDate.of(1950, 1, 1).plusDays(i);
                                crowd.order(
                                        PracticeId.DEFAULT,
                                        change(i, patients.get(i), bornOn(other)));
                            }
                            crowd.add(PracticeId.DEFAULT, someone(CROWD, name(CROWD, 11), BORN));
                        });
        assertThat(kept.matchKeys().get(new MatchKey("born:" + BORN))).hasSize(STAYING + 1);
    }

    /**
     * What was common when the batch began is rare before its end, and then leads to candidates.
     */
    @Test
    void keepsTheSameWhereCommonNameBecomesRareInOneBatch() {
        Arrivals family = new Arrivals(0);
        for (int i = 0; i < FAMILY; i++) {
            family.add(PracticeId.DEFAULT, someone(i, FAMILY_NAME, birthday(i)));
        }
        PracticeTables kept =
                keptInBothStores(
                        family,
                        patients -> {
                            for (int i = 0; i < patients.size() - STAYING; i++) {
                                family.order(
                                        PracticeId.DEFAULT,
                                        change(i, patients.get(i), called(name(i, 7))));
                            }
                            family.add(
                                    PracticeId.DEFAULT,
                                    someone(FAMILY, FAMILY_NAME, birthday(FAMILY)));
                        });
        assertThat(kept.counts())
                .containsEntry(
                        Counted.lastName(FAMILY_NAME.toLowerCase(Locale.GERMAN)), STAYING + 1);
    }

    /** In two batches: those who come first, and what happens to them then. */
    private static PracticeTables keptInBothStores(
            Arrivals arrivals, Consumer<List<PatientId>> then) {
        MemoryBookingStore memory = new MemoryBookingStore(_ -> {});
        memory.begin(0);
        BatchHandler first = handler(memory);
        int before = arrivals.all().size();
        handle(first, arrivals.all());
        then.accept(List.copyOf(new TreeSet<>(tablesOf(memory).patients().keySet())));
        List<ConsumerRecord<byte[], byte[]>> rest =
                arrivals.all().subList(before, arrivals.all().size());
        handle(first, rest);
        try (Database database = TestDatabase.fresh().asProcessor()) {
            BookingStore kept = new JdbiBookingStore(database.jdbi());
            kept.begin(0);
            BatchHandler second = handler(kept);
            handle(second, arrivals.all().subList(0, before));
            handle(second, rest);
            assertThat(new SnapshotReader(database.jdbi()).read()).isEqualTo(memory.snapshot());
        }
        return tablesOf(memory);
    }

    private static PracticeTables tablesOf(MemoryBookingStore memory) {
        return Objects.requireNonNull(memory.snapshot().practices().get(PracticeId.DEFAULT));
    }

    private static void handle(BatchHandler handler, List<ConsumerRecord<byte[], byte[]>> records) {
        assertThat(handler.handle(TOPIC, 0, records)).isInstanceOf(Handled.Committed.class);
    }

    private static SentCommand change(int number, PatientId patient, PatientFields to) {
        return new SentCommand(
                new UUID(1, number),
                new SentCommand.Sender("admin-1", "admin"),
                new StaffCommand.ChangePatient(patient.value(), to, Field.absent()));
    }

    private static PatientFields called(String lastName) {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.of(lastName),
                Field.absent(),
                Field.absent(),
                Field.absent());
    }

    private static PatientFields bornOn(LocalDate date) {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.of(date),
                Field.absent());
    }

    private static LocalDate birthday(int number) {
        return LocalDate.of(1950, 1, 1).plusDays(number * 97L);
    }

    private static String someone(int number, String lastName, LocalDate born) {
        return """
        {"event_type":"patient.created","payload":{"booking_patient_id":"c-%d",\
        "email":"c-%d@example.org","first_name":"%s","last_name":"%s","date_of_birth":"%s"}}\
        """
                .formatted(number, number, name(number, 5), lastName, born);
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
                store,
                new RecordDecoder(
                        new IdentityDigests(new byte[32]),
                        Optional.of(new CommandSeal(Arrivals.COMMAND_KEY.toArray()))),
                _ -> {});
    }
}
