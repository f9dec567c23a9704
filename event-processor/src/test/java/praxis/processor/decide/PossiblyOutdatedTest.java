package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;

/** SPEC 3.3 and 5: how the question whether a value is outdated ends. */
class PossiblyOutdatedTest {

    private static final Webhook SHORT = Webhook.appointmentUpdated("A1").lasting(20);
    private static final Webhook LONG = Webhook.appointmentUpdated("A1").lasting(60);

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void aLaterEventOnTheAppointmentClosesIt() {
        asked();

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").lasting(90));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.announcedTypes()).containsExactly("review.closed");
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void aCancellationClosesIt() {
        asked();

        practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void aLaterEventOnThePatientClosesIt() {
        Webhook first = Webhook.patientUpdated("B1").phone("030 1234567");
        practice.hears(first);
        practice.hears(Webhook.patientUpdated("B1").phone("030 7654321"));
        practice.hears(first);
        assertThat(practice.openItems()).hasSize(1);

        practice.hears(Webhook.patientUpdated("B1").phone("030 1111111"));

        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void aStaleEventDoesNotCloseIt() {
        practice.hears(Webhook.appointmentCreated("A1").version(5));
        asked();

        practice.hears(Webhook.appointmentUpdated("A1").version(4));

        assertThat(practice.openItems()).hasSize(1);
    }

    @Test
    void aRepeatOfTheNewerValueDoesNotCloseIt() {
        asked();

        Heard heard = practice.hears(LONG);

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.openItems()).hasSize(1);
    }

    private void asked() {
        practice.hears(SHORT);
        practice.hears(LONG);
        practice.hears(SHORT);
        assertThat(practice.openItems()).hasSize(1);
    }
}
