package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.Field;

/** SPEC 3.3: what proves that one event is newer than another. */
class OrderRulesTest {

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void versionAgainstVersionDecides() {
        practice.hears(Webhook.appointmentCreated("A1").lasting(60).version(2));

        Heard older = practice.hears(Webhook.appointmentUpdated("A1").lasting(20).version(1));
        assertThat(older.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(minutes()).isEqualTo(Field.of(60));

        practice.hears(Webhook.appointmentUpdated("A1").lasting(90).version(3));
        assertThat(minutes()).isEqualTo(Field.of(90));
    }

    @Test
    void versionGoesBeforeOccurredAt() {
        practice.hears(
                Webhook.appointmentCreated("A1")
                        .lasting(60)
                        .version(2)
                        .occurredAt("2026-03-01T08:00:00Z"));

        Heard older =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .lasting(20)
                                .version(1)
                                .occurredAt("2026-03-02T08:00:00Z"));

        assertThat(older.status()).isEqualTo(ProcessingStatus.STALE);
    }

    @Test
    void elseOccurredAtAgainstOccurredAtDecides() {
        practice.hears(
                Webhook.appointmentCreated("A1").lasting(60).occurredAt("2026-03-02T08:00:00Z"));

        Heard older =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .lasting(20)
                                .occurredAt("2026-03-01T08:00:00Z"));

        assertThat(older.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(minutes()).isEqualTo(Field.of(60));
    }

    @Test
    void occurredAtDecidesWhereOnlyOneSideHasAVersion() {
        practice.hears(
                Webhook.appointmentCreated("A1").version(7).occurredAt("2026-03-02T08:00:00Z"));

        assertThat(
                        practice.hears(
                                        Webhook.appointmentUpdated("A1")
                                                .occurredAt("2026-03-01T08:00:00Z"))
                                .status())
                .isEqualTo(ProcessingStatus.STALE);
    }

    @Test
    void versionsOfDifferentKindsAreNotCompared() {
        practice.hears(Webhook.appointmentCreated("A1").version(9));

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").lasting(60).sequence(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(minutes()).isEqualTo(Field.of(60));
    }

    @Test
    void updatedAtIsAVersion() {
        practice.hears(Webhook.appointmentCreated("A1").updatedAt("2026-03-02T08:00:00.000002Z"));

        assertThat(
                        practice.hears(
                                        Webhook.appointmentUpdated("A1")
                                                .updatedAt("2026-03-02T09:00:00.000001+01:00"))
                                .status())
                .isEqualTo(ProcessingStatus.STALE);
    }

    @Test
    void whatCannotBeComparedIsNoProofAndTheLastReceivedWins() {
        practice.hears(Webhook.appointmentCreated("A1").lasting(60).version(2));

        practice.hears(
                Webhook.appointmentUpdated("A1").lasting(20).occurredAt("2025-03-01T08:00:00Z"));
        assertThat(minutes()).isEqualTo(Field.of(20));

        practice.hears(Webhook.appointmentUpdated("A1").lasting(25));
        assertThat(minutes()).isEqualTo(Field.of(25));
    }

    @Test
    void equalStampsProveNothing() {
        practice.hears(Webhook.appointmentCreated("A1").lasting(60).version(2));

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").lasting(20).version(2));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(minutes()).isEqualTo(Field.of(20));
    }

    @Test
    void whatAnUnstampedEventLeftUnsaidStillProvesOrder() {
        practice.hears(Webhook.appointmentCreated("A1").version(5));
        practice.hears(Webhook.appointmentUpdated("A1").lasting(60));

        assertThat(practice.hears(Webhook.appointmentUpdated("A1").version(4)).status())
                .isEqualTo(ProcessingStatus.STALE);
    }

    @Test
    void staleEventMayFillFieldsThatWereNeverSet() {
        practice.hears(Webhook.appointmentCreated("A1").nulling("service_name").version(2));

        Heard heard =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .lasting(90)
                                .by("Dr. Ida Brandt")
                                .service("KG")
                                .version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        var content = practice.appointment("A1").content();
        assertThat(content.therapistName()).isEqualTo(Field.of("Dr. Ida Brandt"));
        assertThat(content.durationMinutes()).isEqualTo(Field.of(30));
        assertThat(content.serviceName()).isEqualTo(Field.cleared());
    }

    @Test
    void olderCancellationOfWhatStandsIsStale() {
        practice.hears(Webhook.appointmentCreated("A1").version(2));

        assertThat(
                        practice.hears(
                                        Webhook.appointmentUpdated("A1")
                                                .status("cancelled")
                                                .version(1))
                                .status())
                .isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void aStatusThatWasNeverSaidIsFilledByAnOlderCancellation() {
        practice.hears(Webhook.appointmentUpdated("A1").occurredAt("2026-03-03T08:00:00Z"));

        Heard heard =
                practice.hears(
                        Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));

        assertThat(heard.outcome()).isEqualTo("cancelled");
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void theStatusFollowsTheNewestEventThatSpokeOfIt() {
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(
                Webhook.appointmentUpdated("A1").lasting(60).occurredAt("2026-03-03T08:00:00Z"));

        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(minutes()).isEqualTo(Field.of(60));
    }

    private Field<Integer> minutes() {
        return practice.appointment("A1").content().durationMinutes();
    }
}
