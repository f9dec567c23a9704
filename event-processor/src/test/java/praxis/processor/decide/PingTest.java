package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;

/** SPEC 2.2: a ping is always a success, however often it repeats. */
class PingTest {

    private final Practice practice = Practice.empty();

    @Test
    void repeatsWithTheSameIdAreSuccessesToo() {
        for (int i = 0; i < 3; i++) {
            Heard heard = practice.hears(Webhook.ping().eventId("p1").signedAs("msg_p"));

            assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
            assertThat(heard.outcome()).isEqualTo("sign_of_life");
            assertThat(heard.changesNothing()).isTrue();
        }
    }

    @Test
    void takesNoIdentityAwayFromOthers() {
        practice.hears(Webhook.ping().eventId("e1"));

        assertThat(practice.hears(Webhook.patientCreated("B1").eventId("e1")).status())
                .isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.hears(Webhook.ping().eventId("e1")).status())
                .isEqualTo(ProcessingStatus.SUCCESS);
    }
}
