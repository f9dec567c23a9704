package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.Appointment.TimeFlag;
import praxis.processor.model.Settings;
import praxis.schemas.command.PracticeSettings.TimePolicy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** SPEC 3.2: how the times that come are read. */
class TimePolicyTest {

    private static final Settings LOCAL =
            new Settings(
                    Optional.empty(),
                    TimePolicy.LOCAL,
                    ZoneId.of("Europe/Berlin"),
                    Duration.ofHours(24),
                    false);

    @Test
    void normallyTheOffsetCounts() {
        assertThat(read(Settings.DEFAULT, "2026-07-01T10:00:00Z").instant())
                .isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(read(Settings.DEFAULT, "2026-07-01T10:00:00+02:00").instant())
                .isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
    }

    @Test
    void aPracticeMayReadZAsLocalTime() {
        assertThat(read(LOCAL, "2026-07-01T10:00:00Z").instant())
                .isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(read(LOCAL, "2026-01-12T10:00:00z").instant())
                .isEqualTo(Instant.parse("2026-01-12T09:00:00Z"));
    }

    @Test
    void otherOffsetsCountEvenThen() {
        assertThat(read(LOCAL, "2026-07-01T10:00:00+00:00").instant())
                .isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(read(LOCAL, "2026-07-01T10:00:00+05:00").instant())
                .isEqualTo(Instant.parse("2026-07-01T05:00:00Z"));
    }

    @Test
    void theTextThatWasSentIsKept() {
        assertThat(read(LOCAL, "2026-07-01T10:00:00Z").text()).isEqualTo("2026-07-01T10:00:00Z");
    }

    @Test
    void localTimeThatDoesNotExistIsFlagged() {
        Practice practice = Practice.with(LOCAL);

        Heard heard = practice.hears(Webhook.appointmentCreated("A1").at("2027-03-28T02:30:00Z"));

        ScheduledTime time = timeOf(practice);
        assertThat(time.flag()).contains(TimeFlag.GAP);
        assertThat(time.instant()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(heard.notes()).containsExactly("local_time_gap");
    }

    @Test
    void localTimeThatExistsTwiceIsFlagged() {
        Practice practice = Practice.with(LOCAL);

        Heard heard = practice.hears(Webhook.appointmentCreated("A1").at("2026-10-25T02:30:00Z"));

        ScheduledTime time = timeOf(practice);
        assertThat(time.flag()).contains(TimeFlag.OVERLAP);
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(heard.notes()).containsExactly("local_time_overlap");
    }

    @Test
    void anOffsetLeavesNothingToFlag() {
        assertThat(read(LOCAL, "2026-10-25T02:30:00+01:00").flag()).isEmpty();
        assertThat(read(Settings.DEFAULT, "2027-03-28T02:30:00Z").flag()).isEmpty();
        assertThat(read(LOCAL, "2026-10-25T03:00:00Z").flag()).isEmpty();
        assertThat(read(LOCAL, "2027-03-28T03:00:00Z").flag()).isEmpty();
    }

    @Test
    void onlyTheEventThatCarriesTheTimeNotesTheFlag() {
        Practice practice = Practice.with(LOCAL);
        practice.hears(Webhook.appointmentCreated("A1").at("2026-10-25T02:30:00Z"));

        Heard heard = practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(heard.notes()).isEmpty();
        assertThat(timeOf(practice).flag()).contains(TimeFlag.OVERLAP);
    }

    private static ScheduledTime read(Settings settings, String text) {
        Practice practice = Practice.with(settings);
        practice.hears(Webhook.appointmentCreated("A1").at(text));
        return timeOf(practice);
    }

    private static ScheduledTime timeOf(Practice practice) {
        return practice.appointment("A1").content().scheduledAt().toOptional().orElseThrow();
    }
}
