package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;

import java.time.LocalDate;

/** SPEC 3.3: what older news of a patient may still do. */
class StalePatientTest {

    private final Practice practice = Practice.empty();

    @Test
    void olderEventNeverOverwritesNewerData() {
        practice.hears(Webhook.patientCreated("B1").phone("030 1234567").version(2));

        Heard heard = practice.hears(Webhook.patientUpdated("B1").phone("030 7654321").version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.patientOf("B1").details().phone()).contains("030 1234567");
    }

    @Test
    void itMayStillFillFieldsThatWereNeverSet() {
        practice.hears(Webhook.patientCreated("B1").version(2));

        Heard heard = practice.hears(Webhook.patientUpdated("B1").phone("030 7654321").version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.patientOf("B1").details().phone()).contains("030 7654321");
    }

    @Test
    void itDoesNotFillWhatWasCleared() {
        practice.hears(Webhook.patientCreated("B1").nulling("phone").version(2));

        practice.hears(Webhook.patientUpdated("B1").phone("030 7654321").version(1));

        assertThat(practice.patientOf("B1").details().phone()).isEmpty();
    }

    @Test
    void itFillsNothingOverAnotherBookingPatientsWord() {
        practice.hears(Webhook.patientCreated("B1").phone("030 1234567"));
        PatientId patient = practice.patientOf("B1").id();
        practice.hears(Webhook.patientCreated("B2").version(2));
        practice.links("B2", patient);

        practice.hears(Webhook.patientUpdated("B2").phone("030 7654321").version(1));

        assertThat(practice.patient(patient).details().phone()).contains("030 1234567");
    }

    @Test
    void itFillsNothingFromWhatContradictsTheLink() {
        PatientId patient =
                practice.files(
                        Card.of("Annegret", "Sommerfeld")
                                .email("b1@example.org")
                                .phone("030 1234567")
                                .born("1975-06-01"));
        practice.hears(
                Webhook.patientCreated("B1")
                        .named("Annegret", "Sommerfeld")
                        .phone("030 1234567")
                        .version(2));
        assertThat(practice.patientOf("B1").id()).isEqualTo(patient);
        var before = practice.bookingPatient("B1");

        Heard heard =
                practice.hears(
                        Webhook.patientUpdated("B1")
                                .born("1999-09-09")
                                .with("gender", "female")
                                .version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.bookingPatient("B1")).isEqualTo(before);
        assertThat(practice.patient(patient).details().dateOfBirth())
                .contains(LocalDate.of(1975, 6, 1));
    }

    @Test
    void whatIsFilledInMaySettleTheReview() {
        PatientId patient =
                practice.files(
                        Card.of("Annegret", "Sommerfeld")
                                .email("b1@example.org")
                                .born("1975-06-01"));
        practice.hears(
                Webhook.patientUpdated("B1")
                        .email("b1@example.org")
                        .named("Annegret", "Sommerfeld")
                        .version(2));
        assertThat(practice.openItems()).hasSize(1);

        Heard heard = practice.hears(Webhook.patientCreated("B1").born("1975-06-01").version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(heard.notes()).containsExactly("linked");
        assertThat(practice.patientOf("B1").id()).isEqualTo(patient);
        assertThat(practice.openItems()).isEmpty();
    }
}
