package praxis.sandbox.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.sandbox.chaos.journal.JournalEntry;
import praxis.sandbox.database.LoggedEvent;
import praxis.schemas.record.PracticeId;

import java.util.Optional;
import java.util.UUID;

class ComparisonTest {
    private final Comparison comparison = new Comparison();
    private long promises;

    @Test
    void findsNothingWhereEverythingIsAsPromised() {
        row(0, "a", "success");
        row(1, "b", "needs_review");
        row(2, "c", "error");
        promise(0, "a");
        promise(1, "b");
        promise(2, "c");

        assertFound(0, 0, 0);
        assertThat(comparison.finding().rows()).isEqualTo(3);
    }

    @Test
    void findsWhatIsNotInTheLog() {
        row(0, "a", "success");
        promise(0, "a");
        promise(1, "b");

        assertFound(1, 0, 0);
    }

    @Test
    void findsAnotherEventInItsPlace() {
        row(0, "a", "success");
        promise(0, "b");

        assertFound(1, 0, 0);
    }

    @Test
    void findsOtherBytesUnderTheSameId() {
        comparison.row(event(0, Optional.of("msg-a"), "digest of a", "success"));
        comparison.promise(entry(0, Optional.of("msg-a"), "digest of b"));

        assertFound(1, 0, 0);
    }

    @Test
    void findsWhatIsAppliedTwice() {
        row(0, "a", "success");
        row(1, "a", "success");

        assertFound(0, 1, 0);
    }

    @Test
    void findsSignedIdTakenTwice() {
        comparison.row(event(0, Optional.of("msg-a"), "a", "success"));
        comparison.row(event(1, Optional.of("msg-a"), "a", "needs_review"));

        assertFound(0, 1, 0);
    }

    @Test
    void acceptsRepeatsThatChangeNothing() {
        row(0, "a", "success");
        row(1, "a", "duplicate");
        row(2, "a", "needs_review");
        row(3, "b", "error");
        row(4, "b", "success");

        assertFound(0, 0, 0);
    }

    @Test
    void acceptsPingsHoweverOftenTheyCome() {
        comparison.row(ping(0));
        comparison.row(ping(1));

        assertFound(0, 0, 0);
    }

    @Test
    void findsAnswersInAnotherOrderThanTheLog() {
        row(0, "a", "success");
        row(1, "b", "success");
        promise(1, "b");
        promise(0, "a");

        assertThat(comparison.finding().outOfOrder()).isNotEmpty();
    }

    @Test
    void findsFirstRowInFrontOfWhatWasSentEarlier() {
        row(0, "b", "success");
        row(1, "a", "success");
        row(2, "b", "duplicate");
        promise(1, "a");
        promise(2, "b");

        assertFound(0, 0, 1);
    }

    @Test
    void acceptsLateRowOfAnAttemptThatWasRepeated() {
        row(0, "a", "success");
        row(1, "b", "success");
        row(2, "a", "duplicate");
        promise(0, "a");
        promise(1, "b");

        assertFound(0, 0, 0);
    }

    @Test
    void acceptsEventThatItsSenderSendsAgain() {
        row(0, "a", "success");
        row(1, "b", "success");
        row(2, "a", "duplicate");
        row(3, "c", "success");
        promise(0, "a");
        promise(1, "b");
        promise(2, "a");
        promise(3, "c");

        assertFound(0, 0, 0);
    }

    private void assertFound(int lost, int twice, int outOfOrder) {
        Comparison.Finding finding = comparison.finding();
        assertThat(finding.lost()).as("lost").hasSize(lost);
        assertThat(finding.twice()).as("twice").hasSize(twice);
        assertThat(finding.outOfOrder()).as("out of order").hasSize(outOfOrder);
    }

    private void row(long offset, String digest, String status) {
        comparison.row(event(offset, Optional.empty(), digest, status));
    }

    private void promise(long offset, String digest) {
        comparison.promise(entry(offset, Optional.empty(), digest));
    }

    private JournalEntry entry(long offset, Optional<String> webhookId, String digest) {
        promises++;
        return new JournalEntry(
                "sender", promises, PracticeId.DEFAULT, id(offset), webhookId, digest);
    }

    private static LoggedEvent ping(long offset) {
        return new LoggedEvent(
                id(offset), 3, offset, "default", Optional.of("msg-p"), "ping", "success", "p");
    }

    private static LoggedEvent event(
            long offset, Optional<String> webhookId, String digest, String status) {
        return new LoggedEvent(
                id(offset), 3, offset, "default", webhookId, "patient.created", status, digest);
    }

    private static UUID id(long offset) {
        return new UUID(1, offset);
    }
}
