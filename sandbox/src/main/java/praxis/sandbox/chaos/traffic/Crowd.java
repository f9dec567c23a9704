package praxis.sandbox.chaos.traffic;

import praxis.sandbox.chaos.ground.ChaosGround;
import praxis.sandbox.chaos.journal.Journal;
import praxis.sandbox.system.Trouble;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.Traffic;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All senders together: some at the edges, some beside them. */
public final class Crowd implements AutoCloseable {
    private static final int AT_THE_EDGES = 4;
    private static final int BESIDE_THEM = 8;
    private static final Duration PACE_AT_THE_EDGES = Duration.ofMillis(100);
    private static final Duration PACE_BESIDE_THEM = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Sender> senders = new ArrayList<>();
    private final AnswerBook answers = new AnswerBook();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();

    public Crowd(
            ChaosGround ground,
            Position.TopicId topic,
            Journal journal,
            long seed,
            InstantSource clock) {
        Signer signer = new Signer(ground.secrets().webhook());
        for (int i = 1; i <= AT_THE_EDGES; i++) {
            senders.add(
                    new Sender(
                            "edge-sender-" + i,
                            PracticeId.DEFAULT,
                            new Traffic(seedOf(seed, senders.size())),
                            new EdgeDoor(ground.edges(), signer, answers, clock),
                            journal,
                            PACE_AT_THE_EDGES,
                            clock));
        }
        for (int i = 1; i <= BESIDE_THEM; i++) {
            PracticeId practice = new PracticeId("praxis-" + i);
            long own = seedOf(seed, senders.size());
            senders.add(
                    new Sender(
                            "topic-sender-" + i,
                            practice,
                            new Traffic(own),
                            new TopicDoor(practice, ground.kafkaBootstrap(), topic, clock, own),
                            journal,
                            PACE_BESIDE_THEM,
                            clock));
        }
    }

    public void start() {
        senders.forEach(sender -> running.add(threads.submit(sender::run)));
    }

    /** Returns when every event that was begun is through. */
    public void finish() throws InterruptedException {
        senders.forEach(Sender::finish);
        for (Future<?> each : running) {
            try {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a sender broke off", failed);
            } catch (TimeoutException stuck) {
                throw new Trouble(
                        "An event is not acknowledged, although everything is there again.", stuck);
            }
        }
    }

    public AnswerBook answers() {
        return answers;
    }

    /** By edges and broker. */
    public long acknowledged() {
        return senders.stream().mapToLong(Sender::acknowledged).sum();
    }

    @Override
    public void close() {
        senders.forEach(Sender::finish);
        threads.shutdownNow();
        threads.close();
    }

    private static long seedOf(long seed, int sender) {
        return seed * (AT_THE_EDGES + BESIDE_THEM) + sender;
    }
}
