package praxis.sandbox.chaos.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import praxis.sandbox.chaos.journal.Journal;
import praxis.sandbox.chaos.journal.JournalEntry;
import praxis.sandbox.tool.Delivery;
import praxis.sandbox.tool.Traffic;
import praxis.schemas.record.PracticeId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Timeout(60)
class SenderTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir Path directory;

    private final List<Delivery> handed = new ArrayList<>();

    @Test
    void repeatsTheSameUntilItIsAcknowledgedAndOnlyThenNotesIt() {
        List<JournalEntry> journal =
                sentThrough(
                        new Handed.NotYet(AT_ONCE),
                        new Handed.NotYet(AT_ONCE),
                        new Handed.Acknowledged(new UUID(1, 1)),
                        new Handed.Acknowledged(new UUID(1, 2)));

        assertThat(handed).hasSize(4);
        assertThat(handed.get(1)).isSameAs(handed.get(0));
        assertThat(handed.get(2)).isSameAs(handed.get(0));
        assertThat(handed.get(3)).isNotSameAs(handed.get(0));
        assertThat(journal)
                .extracting(JournalEntry::eventId)
                .containsExactly(new UUID(1, 1), new UUID(1, 2));
        assertThat(journal).extracting(JournalEntry::sequence).containsExactly(1L, 2L);
    }

    @Test
    void goesOnAfterWhatIsRefusedForGood() {
        List<JournalEntry> journal =
                sentThrough(new Handed.Rejected(), new Handed.Acknowledged(new UUID(1, 1)));

        assertThat(handed.get(1)).isNotSameAs(handed.get(0));
        assertThat(journal).extracting(JournalEntry::eventId).containsExactly(new UUID(1, 1));
    }

    /** Gives the answers one after the other, and has the sender finish with the last. */
    private List<JournalEntry> sentThrough(Handed... answers) {
        Path file = directory.resolve("journal");
        try (Journal journal = Journal.create(file)) {
            Told door = new Told(answers);
            Sender sender =
                    new Sender(
                            "sender",
                            PracticeId.DEFAULT,
                            new Traffic(1),
                            door,
                            journal,
                            AT_ONCE,
                            InstantSource.system());
            door.atLast = sender::finish;
            sender.run();
            assertThat(door.closed).isTrue();
        }
        return Journal.read(file);
    }

    /** Answers as it was told. */
    private final class Told implements Door {
        private final List<Handed> answers;
        private Runnable atLast = () -> {};
        private boolean closed;

        private Told(Handed... answers) {
            this.answers = List.of(answers);
        }

        @Override
        public Handed hand(Delivery delivery) {
            handed.add(delivery);
            if (handed.size() == answers.size()) {
                atLast.run();
            }
            return answers.get(handed.size() - 1);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
