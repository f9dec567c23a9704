package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;

/** SPEC 2.2: history delivered again. */
class BackfillTest {

    private final Practice practice = Practice.empty();

    @Test
    void whatIsNewIsApplied() {
        assertThat(practice.hears(Webhook.patientCreated("B1").backfilled()).outcome())
                .isEqualTo("created");
        assertThat(practice.hears(Webhook.appointmentCreated("A1").backfilled()).outcome())
                .isEqualTo("stored");
    }

    @Test
    void whatWasSeenIsADuplicateWithOrWithoutId() {
        practice.hears(Webhook.patientCreated("B1"));
        practice.hears(Webhook.appointmentCreated("A1").eventId("e1"));

        assertThat(practice.hears(Webhook.patientCreated("B1").backfilled()).status())
                .isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(
                        practice.hears(Webhook.appointmentCreated("A1").eventId("e1").backfilled())
                                .status())
                .isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void nobodyIsNotifiedOfWhatOpens() {
        Heard heard = practice.hears(Webhook.appointmentCreated("A1").backfilled());

        assertThat(practice.openItems()).hasSize(1);
        assertThat(heard.announcements()).isEmpty();
    }

    @Test
    void nobodyIsNotifiedOfWhatCloses() {
        practice.hears(Webhook.appointmentCreated("A1"));

        Heard heard = practice.hears(Webhook.patientCreated("B1").backfilled());

        assertThat(practice.openItems()).isEmpty();
        assertThat(heard.announcements()).isEmpty();
    }

    @Test
    void nobodyIsNotifiedOfWhatFails() {
        practice.hears(Webhook.patientCreated("B1").eventId("e1"));

        Heard malformed =
                practice.hears(Webhook.patientCreated("B2").without("email").backfilled());
        Heard reused = practice.hears(Webhook.patientDeleted("B1").eventId("e1").backfilled());

        assertThat(malformed.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(malformed.announcements()).isEmpty();
        assertThat(reused.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(reused.announcements()).isEmpty();
    }
}
