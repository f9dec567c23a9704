package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;

import java.time.Duration;

/** SPEC 3.3: an {@code occurred_at} ahead of its receipt. */
class ClockSkewTest {

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void moreThanFiveMinutesAheadIsIgnoredAndNoted() {
        Heard heard = practice.hears(aheadBy(Duration.ofMinutes(5).plusNanos(1000)));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.notes()).containsExactly("time_ahead_of_receipt_ignored");
        assertThat(practice.appointment("A1").stamp().occurredAt()).isEmpty();
    }

    @Test
    void exactlyFiveMinutesAheadCounts() {
        Heard heard = practice.hears(aheadBy(Duration.ofMinutes(5)));

        assertThat(heard.notes()).isEmpty();
        assertThat(practice.appointment("A1").stamp().occurredAt()).isPresent();
    }

    @Test
    void itDoesNotWinAgainstWhatComesAfterIt() {
        practice.hears(aheadBy(Duration.ofDays(365)));

        Heard heard =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .lasting(60)
                                .occurredAt(practice.now().toString()));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.appointment("A1").content().durationMinutes().toOptional())
                .contains(60);
    }

    @Test
    void itDoesNotProveARevival() {
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));

        assertThat(practice.hears(aheadBy(Duration.ofMinutes(6)).lasting(60)).status())
                .isEqualTo(ProcessingStatus.NEEDS_REVIEW);
    }

    @Test
    void anUpdatedAtAheadIsIgnoredAndNotedToo() {
        String ahead = practice.now().plus(Duration.ofMinutes(5)).plusNanos(1000).toString();

        Heard heard = practice.hears(Webhook.appointmentCreated("A1").updatedAt(ahead));

        assertThat(heard.notes()).containsExactly("time_ahead_of_receipt_ignored");
        assertThat(practice.appointment("A1").stamp().version()).isEmpty();
    }

    private Webhook aheadBy(Duration time) {
        return Webhook.appointmentCreated("A1").occurredAt(practice.now().plus(time).toString());
    }
}
