package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Effect;
import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Of several processors that hold a partition for theirs, one writes. */
class FenceIT {
    private static final int ROUNDS = 40;

    private final TestDatabase database = TestDatabase.fresh();
    private final Database one = database.asProcessor();
    private final Database other = database.asProcessor();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void begin() {
        new JdbiBookingStore(one.jdbi()).begin(0);
    }

    @AfterEach
    void leave() {
        threads.shutdownNow();
        one.close();
        other.close();
    }

    @Test
    void letsOneOfTwoWritersHaveEachRecord() throws Exception {
        Future<Integer> mine = threads.submit(() -> racingFor(one));
        Future<Integer> theirs = threads.submit(() -> racingFor(other));
        assertThat(mine.get() + theirs.get()).isEqualTo(ROUNDS);
        assertThat(Tables.read(database, "select count(*) as n from ledger.event_log").getFirst())
                .containsEntry("n", (long) ROUNDS);
    }

    /** How many records this writer got. */
    private static int racingFor(Database connections) {
        BookingStore store = new JdbiBookingStore(connections.jdbi());
        int won = 0;
        for (long at = 0; at < ROUNDS; at = store.progress(0).orElseThrow().nextOffset()) {
            won += append(store, at).isPresent() ? 1 : 0;
        }
        return won;
    }

    private static Optional<Progress> append(BookingStore store, long offset) {
        return store.inTransaction(
                tx ->
                        tx.claim(0, offset, offset + 1)
                                .map(
                                        held -> {
                                            tx.load(Map.of());
                                            List<LogRow> rows =
                                                    List.of(Steps.row(0, offset, List.of()));
                                            tx.write(List.of(), rows, Steps.after(held, rows));
                                            return held;
                                        }));
    }

    @Test
    void keepsTheOtherWaitingUntilTheFirstIsDoneAndThenOut() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> hold(claimed, goOn));
        claimed.await();
        Future<Optional<Progress>> second =
                threads.submit(() -> append(new JdbiBookingStore(other.jdbi()), 0));
        Awaitility.await().until(() -> isAnyoneWaitingForLock());
        assertThat(second.isDone()).isFalse();
        goOn.countDown();
        first.get();
        assertThat(second.get()).isEmpty();
    }

    private void hold(CountDownLatch claimed, CountDownLatch goOn) {
        new JdbiBookingStore(one.jdbi())
                .inTransaction(
                        tx -> {
                            Progress held = tx.claim(0, 0, 1).orElseThrow();
                            claimed.countDown();
                            await(goOn);
                            List<LogRow> rows = List.of(Steps.row(0, 0, List.of()));
                            tx.write(List.of(), rows, Steps.after(held, rows));
                            return held;
                        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnyoneWaitingForLock() {
        return !Tables.read(database, "select 1 as one from pg_locks where not granted").isEmpty();
    }

    @Test
    void letsDifferentPartitionsWriteAtOnce() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int partition = i + 1;
            Database connections = i == 0 ? one : other;
            writers.add(
                    threads.submit(
                            () -> {
                                Steps steps =
                                        new Steps(
                                                new JdbiBookingStore(connections.jdbi()),
                                                partition);
                                for (int n = 0; n < ROUNDS; n++) {
                                    steps.apply(
                                            LINDENHOF,
                                            Naming.nothing().needs(),
                                            new Effect.PutPatient(
                                                    Samples.patient(partition + " " + n)));
                                }
                            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(
                        Tables.read(database, "select count(*) as n from projection.patients")
                                .getFirst())
                .containsEntry("n", 2L * ROUNDS);
    }
}
