package praxis.sandbox.chaos.traffic;

import praxis.sandbox.chaos.journal.Digest;
import praxis.sandbox.chaos.journal.Journal;
import praxis.sandbox.chaos.journal.JournalEntry;
import praxis.sandbox.tool.Delivery;
import praxis.sandbox.tool.Traffic;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.SignatureScheme;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Sends one event after the other, each until it is acknowledged or refused for good. */
final class Sender {
    private final String name;
    private final PracticeId practice;
    private final Traffic traffic;
    private final Door door;
    private final Journal journal;
    private final Duration pace;
    private final InstantSource clock;
    private volatile boolean finishing;
    private volatile long acknowledged;

    Sender(
            String name,
            PracticeId practice,
            Traffic traffic,
            Door door,
            Journal journal,
            Duration pace,
            InstantSource clock) {
        this.name = name;
        this.practice = practice;
        this.traffic = traffic;
        this.door = door;
        this.journal = journal;
        this.pace = pace;
        this.clock = clock;
    }

    /** Returns when told to finish, and the event in hand is through. */
    void run() {
        try (door) {
            while (!finishing) {
                deliver(traffic.next(clock.instant()));
                TimeUnit.NANOSECONDS.sleep(pace.toNanos());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void finish() {
        finishing = true;
    }

    long acknowledged() {
        return acknowledged;
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        boolean through = false;
        while (!through) {
            through =
                    switch (door.hand(delivery)) {
                        case Handed.Acknowledged(UUID eventId) -> promised(delivery, eventId);
                        case Handed.Rejected() -> true;
                        case Handed.NotYet(Duration pause) -> {
                            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                            yield false;
                        }
                    };
        }
    }

    /** Only this sender's own thread counts. */
    private boolean promised(Delivery delivery, UUID eventId) {
        long sequence = acknowledged + 1;
        journal.append(
                new JournalEntry(
                        name,
                        sequence,
                        practice,
                        eventId,
                        Optional.of(delivery.id())
                                .filter(
                                        id ->
                                                delivery.scheme()
                                                        == SignatureScheme.STANDARD_WEBHOOKS),
                        Digest.hexOf(delivery.body().toArray())));
        acknowledged = sequence;
        return true;
    }
}
