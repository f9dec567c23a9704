package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;

/** SPEC 3.1: placeholders are neither facts nor evidence. */
class PlaceholderRulesTest {

    private final Practice practice = Practice.empty();

    @Test
    void placeholdersAreNeverStoredAsFacts() {
        practice.hears(
                Webhook.patientCreated("B1")
                        .email("noreply@example.org")
                        .named("Unbekannt", "Unbekannt")
                        .born("1900-01-01")
                        .phone("000"));

        var patient = practice.patientOf("B1");
        assertThat(patient.details().firstName()).isEmpty();
        assertThat(patient.details().lastName()).isEmpty();
        assertThat(patient.details().email()).isEmpty();
        assertThat(patient.details().dateOfBirth()).isEmpty();
        assertThat(patient.details().phone()).isEmpty();
        assertThat(patient.bookingEmail()).isEmpty();
    }

    @Test
    void placeholderAddressIsNoEvidence() {
        practice.files(Card.of("Kiosk", "Empfang").email("noreply@example.org"));

        Heard heard = practice.hears(Webhook.patientCreated("B1").email("noreply@example.org"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void placeholderNamesAndBirthDateAreNoEvidence() {
        practice.files(Card.of("Unbekannt", "Unbekannt").born("1900-01-01"));

        Heard heard =
                practice.hears(
                        Webhook.patientCreated("B1")
                                .named("Unbekannt", "Unbekannt")
                                .born("1900-01-01"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void placeholderDoesNotOverwriteWhatIsKnown() {
        practice.hears(Webhook.patientCreated("B1").named("Annegret", "Sommerfeld"));

        Heard heard = practice.hears(Webhook.patientUpdated("B1").named("Unbekannt", "Unbekannt"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.patientOf("B1").details().firstName()).contains("Annegret");
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void placeholderContradictsNobody() {
        practice.files(Card.of("Annegret", "Sommerfeld").email("sommerfeld@example.org"));

        Heard heard =
                practice.hears(
                        Webhook.patientCreated("B1")
                                .email("sommerfeld@example.org")
                                .named("Unbekannt", "Sommerfeld")
                                .born("1900-01-01"));

        assertThat(heard.asked().kind()).isEqualTo(Kind.EMAIL_ONLY);
    }
}
