package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.IdentityKey;
import praxis.processor.model.ProcessingStatus;

import java.time.Duration;
import java.util.List;

/** SPEC 3.3: events that carry an id. */
class NamedEventTest {

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void theSecondDeliveryIsADuplicate() {
        Webhook webhook = Webhook.appointmentCreated("A1").eventId("e1");
        practice.hears(webhook);

        Heard heard = practice.hears(webhook);

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(heard.changesNothing()).isTrue();
    }

    @Test
    void aDuplicateStillTellsWhomItIsAbout() {
        Webhook webhook = Webhook.appointmentCreated("A1").eventId("e1");
        practice.hears(webhook);

        var concerns = practice.hears(webhook).decision().entry().concerns();

        assertThat(concerns.patient()).isEqualTo(practice.bookingPatient("B1").patient());
        assertThat(concerns.bookingAppointment())
                .contains(practice.appointment("A1").bookingAppointment());
    }

    @Test
    void itIsADuplicateForEver() {
        Webhook webhook = Webhook.appointmentCreated("A1").eventId("e1");
        practice.hears(webhook);
        practice.hears(Webhook.appointmentCancelled("A1").eventId("e2"));

        Heard heard = practice.later(Duration.ofDays(4000)).hears(webhook);

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void theSignedIdGoesBeforeTheEventId() {
        practice.hears(Webhook.appointmentCreated("A1").eventId("e1").signedAs("msg_1"));

        Heard sameSigned =
                practice.hears(Webhook.appointmentCreated("A1").eventId("e1").signedAs("msg_1"));
        Heard otherSigned =
                practice.hears(Webhook.appointmentUpdated("A1").eventId("e1").signedAs("msg_2"));

        assertThat(sameSigned.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(otherSigned.status()).isEqualTo(ProcessingStatus.SUCCESS);
    }

    @Test
    void sameIdWithAnotherBodyIsAnErrorAndNeverApplied() {
        practice.hears(Webhook.appointmentCreated("A1").eventId("e1"));
        var before = practice.appointment("A1");

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").lasting(60).eventId("e1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(heard.error()).contains("used before");
        assertThat(heard.announcedTypes()).containsExactly("event.failed");
        assertThat(practice.appointment("A1")).isEqualTo(before);
    }

    @Test
    void sameIdOnAnotherTypeIsAnErrorToo() {
        practice.hears(Webhook.appointmentCreated("A1").eventId("e1"));

        assertThat(practice.hears(Webhook.patientDeleted("B1").eventId("e1")).status())
                .isEqualTo(ProcessingStatus.ERROR);
    }

    @Test
    void afterThatErrorTheFirstBodyIsStillADuplicate() {
        Webhook first = Webhook.appointmentCreated("A1").eventId("e1");
        practice.hears(first);
        practice.hears(first.lasting(60));

        assertThat(practice.hears(first).status()).isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void theIdIsTakenByAStaleOutcome() {
        practice.hears(Webhook.appointmentCreated("A1").version(2));
        Webhook stale = Webhook.appointmentUpdated("A1").version(1).eventId("e1");
        assertThat(practice.hears(stale).status()).isEqualTo(ProcessingStatus.STALE);

        assertThat(practice.hears(stale).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.hears(stale.lasting(60)).status()).isEqualTo(ProcessingStatus.ERROR);
    }

    @Test
    void theIdIsTakenByANeedsReviewOutcome() {
        practice.hears(Webhook.appointmentCreated("A1"));
        Webhook moved = Webhook.appointmentUpdated("A1").ofPatient("B2").eventId("e1");
        assertThat(practice.hears(moved).status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);

        assertThat(practice.hears(moved).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.hears(moved.lasting(60)).status()).isEqualTo(ProcessingStatus.ERROR);
    }

    @Test
    void anErrorDoesNotTakeTheId() {
        Webhook wrong = Webhook.appointmentCreated("A1").without("duration_minutes").eventId("e1");

        assertThat(practice.hears(wrong).status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(practice.hears(wrong).status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(practice.hears(wrong.lasting(30)).status()).isEqualTo(ProcessingStatus.SUCCESS);
    }

    @Test
    void oneIdIsTakenOnce() {
        practice.hears(Webhook.appointmentCreated("A1").eventId("e1"));
        practice.hears(Webhook.appointmentCreated("A1").eventId("e1"));

        assertThat(practice.state().changes().identities().keySet().stream())
                .filteredOn(IdentityKey::isNamed)
                .isEqualTo(List.of("id:e1"));
    }
}
