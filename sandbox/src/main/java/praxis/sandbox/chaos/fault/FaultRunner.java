package praxis.sandbox.chaos.fault;

import static java.util.Objects.requireNonNull;

import praxis.sandbox.chaos.check.LagWatch;
import praxis.sandbox.chaos.ground.ChaosGround;
import praxis.sandbox.chaos.plan.Part;
import praxis.sandbox.chaos.plan.PlannedFault;
import praxis.sandbox.system.Trouble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Brings planned faults about when their time has come, several at once where parts differ. */
public final class FaultRunner {
    private final Faults faults;
    private final LagWatch lag;
    private final Consumer<String> teller;
    private final Map<Part, Lock> parts = new EnumMap<>(Part.class);
    private final List<Running> ended = Collections.synchronizedList(new ArrayList<>());
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    private long begin;

    /** A fault that has ended, and the moment at which nothing waited any more. */
    private record Running(
            PlannedFault planned,
            long beganAt,
            long endedAt,
            CompletableFuture<Long> recoveredAt) {}

    /**
     * For one run.
     *
     * @param teller hears of each fault, in words
     */
    public FaultRunner(ChaosGround ground, LagWatch lag, Consumer<String> teller) {
        this.faults = new Faults(ground);
        this.lag = lag;
        this.teller = teller;
        Arrays.stream(Part.values()).forEach(part -> parts.put(part, new ReentrantLock(true)));
    }

    /** Returns when all of them have ended, and whoever was hit is there again. */
    public void run(List<PlannedFault> plan) throws InterruptedException {
        begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (PlannedFault planned : plan) {
                sleepUntil(begin + planned.after().toNanos());
                running.add(threads.submit(() -> bringAbout(planned)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new Trouble("What was broken could not be mended: " + failed.getCause(), failed);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** Of parts that did not come back in time, in words. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** In the order of their begin. */
    public List<FaultRecord> records() {
        return List.copyOf(ended).stream()
                .map(
                        each ->
                                new FaultRecord(
                                        each.planned(),
                                        Duration.ofNanos(each.beganAt() - begin),
                                        Duration.ofNanos(each.endedAt() - begin),
                                        Optional.ofNullable(each.recoveredAt().getNow(null))
                                                .map(at -> at - each.endedAt())
                                                .map(Duration::ofNanos)))
                .sorted(Comparator.comparing(FaultRecord::began))
                .toList();
    }

    private Void bringAbout(PlannedFault planned) throws InterruptedException {
        Lock part = requireNonNull(parts.get(planned.part()));
        part.lockInterruptibly();
        try {
            Fault fault = faults.of(planned);
            long beganAt = System.nanoTime();
            tell(planned, "begins");
            fault.begin();
            last(fault, planned.lasting());
            fault.end();
            long endedAt = System.nanoTime();
            ended.add(new Running(planned, beganAt, endedAt, lag.nextRecovery()));
            tell(planned, "ended");
            settle(fault);
            return null;
        } finally {
            part.unlock();
        }
    }

    /** Others go on: that one part stays broken is for the report to say. */
    private void settle(Fault fault) throws InterruptedException {
        try {
            fault.settle();
        } catch (Trouble trouble) {
            troubles.add(String.valueOf(trouble.getMessage()));
        }
    }

    private static void last(Fault fault, Duration time) throws InterruptedException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException stopped) {
            fault.abandon();
            throw stopped;
        }
    }

    private void tell(PlannedFault planned, String what) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        teller.accept(
                "  %6.1f s  #%d %s (%s) %s"
                        .formatted(
                                seconds,
                                planned.number(),
                                planned.kind().words(),
                                planned.part(),
                                what));
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    }
}
