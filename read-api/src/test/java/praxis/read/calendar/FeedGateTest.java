package praxis.read.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class FeedGateTest {
    private Instant now = Instant.parse("2026-03-02T08:00:10Z");
    private final FeedGate gate = new FeedGate(() -> now);

    @Test
    void admitsSomeQuestionsForOneFeedInEachMinute() {
        gate.learn("known", true);
        for (int i = 1; i < FeedGate.MOST_OF_ONE; i++) {
            assertThat(gate.admits("known")).isTrue();
        }
        assertThat(gate.admits("known")).isFalse();

        now = now.plus(FeedGate.WINDOW);
        assertThat(gate.admits("known")).isTrue();
    }

    @Test
    void endsGuessingWithoutShuttingOutWhoKnows() {
        gate.learn("known", true);
        for (int i = 0; i < FeedGate.MOST_OF_STRANGERS; i++) {
            assertThat(gate.admits("guess " + i)).isTrue();
        }
        assertThat(gate.admits("one more guess")).isFalse();
        assertThat(gate.admits("known")).isTrue();

        now = now.plus(FeedGate.WINDOW);
        assertThat(gate.admits("one more guess")).isTrue();
    }

    @Test
    void forgetsFeedThatWasRevoked() {
        gate.learn("known", true);
        gate.learn("known", false);
        for (int i = 0; i < FeedGate.MOST_OF_STRANGERS; i++) {
            assertThat(gate.admits("guess " + i)).isTrue();
        }
        assertThat(gate.admits("known")).isFalse();
    }
}
