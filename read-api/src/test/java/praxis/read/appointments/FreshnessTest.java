package praxis.read.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant DAY_AGO = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void isFreshWhileAppointmentIsYoungerThanOneDay() {
        assertThat(new Freshness(DAY_AGO.plusMillis(1), null).isStale(NOW)).isFalse();
        assertThat(new Freshness(DAY_AGO, null).isStale(NOW)).isTrue();
    }

    @Test
    void isFreshWhileToolShowsAnySignOfLife() {
        assertThat(new Freshness(Instant.EPOCH, DAY_AGO.plusMillis(1)).isStale(NOW)).isFalse();
        assertThat(new Freshness(null, NOW).isStale(NOW)).isFalse();
    }

    @Test
    void isStaleWhereBothAreOldOrMissing() {
        assertThat(new Freshness(Instant.EPOCH, DAY_AGO).isStale(NOW)).isTrue();
        assertThat(new Freshness(null, DAY_AGO).isStale(NOW)).isTrue();
        assertThat(new Freshness(null, null).isStale(NOW)).isTrue();
    }

    @Test
    void takesClockAheadOfOursForFresh() {
        assertThat(new Freshness(NOW.plusSeconds(5), null).isStale(NOW)).isFalse();
    }
}
