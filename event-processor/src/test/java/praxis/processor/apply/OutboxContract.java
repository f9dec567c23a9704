package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.apply.Outbox.Backlog;
import praxis.processor.model.Announcement;
import praxis.processor.model.OutboxRow;
import praxis.processor.model.OutboxRow.Place;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How every outbox behaves beside its store. */
abstract class OutboxContract {
    private static final int PARTITION = 3;
    private static final int OTHER = 4;

    private Outbox outbox;

    abstract BookingStore store();

    abstract Outbox outbox();

    @BeforeEach
    void useOutbox() {
        outbox = outbox();
    }

    @Test
    void hasNothingWhereNothingIsAnnounced() {
        new Steps(store(), PARTITION).apply(LINDENHOF, Naming.nothing().needs());

        assertThat(outbox.waiting(PARTITION, 10)).isEmpty();
        assertThat(outbox.backlog(PARTITION)).isEqualTo(new Backlog(0, Optional.empty()));
        assertThat(outbox.trim(PARTITION, Duration.ZERO, 10)).isZero();
    }

    @Test
    void handsOutWhatWasCommittedInItsOrderAndOnlyOfThePartition() {
        announce(PARTITION, "a", "b");
        announce(OTHER, "x");
        announce(PARTITION, "c");

        assertThat(outbox.waiting(PARTITION, 10))
                .extracting(OutboxRow::announcement)
                .containsExactly(letter("a"), letter("b"), letter("c"));
        assertThat(outbox.waiting(PARTITION, 2))
                .extracting(OutboxRow::place)
                .containsExactly(new Place(PARTITION, 0, 0), new Place(PARTITION, 1, 0));
        OutboxRow first = outbox.waiting(OTHER, 10).getFirst();
        assertThat(first.practice()).contains(LINDENHOF);
        assertThat(first.receivedAt()).isEqualTo(Samples.MORNING);
    }

    @Test
    void goesOnBehindWhatIsPublished() {
        announce(PARTITION, "a", "b", "c");
        outbox.published(new Place(PARTITION, 1, 0));

        assertThat(outbox.waiting(PARTITION, 10))
                .extracting(OutboxRow::announcement)
                .containsExactly(letter("c"));
        assertThat(outbox.backlog(PARTITION).rows()).isEqualTo(1);
        assertThat(outbox.backlog(PARTITION).since()).isPresent();
        assertThat(outbox.backlog(OTHER).rows()).isZero();
    }

    @Test
    void neverGoesBack() {
        announce(PARTITION, "a", "b", "c");
        outbox.published(new Place(PARTITION, 2, 0));
        outbox.published(new Place(PARTITION, 0, 0));

        assertThat(outbox.waiting(PARTITION, 10)).isEmpty();
    }

    @Test
    void takesAwayOnlyWhatIsPublishedAndOldEnough() {
        announce(PARTITION, "a", "b", "c");
        outbox.published(new Place(PARTITION, 1, 0));

        assertThat(outbox.trim(PARTITION, Duration.ofDays(1), 10)).isZero();
        // As if it had all been written a while ago.
        assertThat(outbox.trim(PARTITION, Duration.ofSeconds(-10), 1)).isEqualTo(1);
        assertThat(outbox.trim(PARTITION, Duration.ofSeconds(-10), 10)).isEqualTo(1);
        assertThat(outbox.trim(PARTITION, Duration.ofSeconds(-10), 10)).isZero();
        assertThat(outbox.waiting(PARTITION, 10))
                .extracting(OutboxRow::announcement)
                .containsExactly(letter("c"));
    }

    private void announce(int partition, String... names) {
        Steps steps = new Steps(store(), partition);
        steps.announce(
                LINDENHOF,
                List.of(names).stream().map(OutboxContract::letter).toArray(Announcement[]::new));
    }

    private static Announcement letter(String name) {
        return new Announcement(
                Samples.uuid(name),
                Announcement.Topic.DEAD_LETTER,
                "event.failed",
                "{\"name\":\"" + name + "\"}");
    }
}
