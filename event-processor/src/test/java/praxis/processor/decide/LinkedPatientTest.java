package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;

import java.time.LocalDate;

/** SPEC 3.1: what later events do once a booking patient is linked. */
class LinkedPatientTest {

    private static final String EMAIL = "sommerfeld@example.org";

    private final Practice practice = Practice.empty();

    @Test
    void onceLinkedIsNeverMatchedAgain() {
        practice.hears(Webhook.patientCreated("B1").email("a@example.org"));
        PatientId created = practice.patientOf("B1").id();
        practice.files(Card.of("Annegret", "Sommerfeld").email(EMAIL).born("1975-06-01"));

        Heard heard =
                practice.hears(
                        Webhook.patientUpdated("B1")
                                .named("Annegret", "Sommerfeld")
                                .email(EMAIL)
                                .born("1975-06-01"));

        assertThat(heard.outcome()).isEqualTo("updated");
        assertThat(practice.patientOf("B1").id()).isEqualTo(created);
    }

    @Test
    void laterEventsFillEmptyFields() {
        PatientId patient = linkedCard();

        practice.hears(Webhook.patientUpdated("B1").phone("030 1234567"));

        assertThat(practice.patient(patient).details().phone()).contains("030 1234567");
    }

    @Test
    void laterEventsOverwriteWhatTheToolItselfSet() {
        PatientId patient = linkedCard();
        practice.hears(Webhook.patientUpdated("B1").phone("030 1234567"));

        practice.hears(Webhook.patientUpdated("B1").phone("030 7654321"));

        assertThat(practice.patient(patient).details().phone()).contains("030 7654321");
    }

    @Test
    void laterEventsNeverOverwriteWhatThePracticeHad() {
        PatientId patient = linkedCard();

        practice.hears(Webhook.patientUpdated("B1").email("neu@example.org"));

        assertThat(practice.patient(patient).details().email()).contains(EMAIL);
    }

    @Test
    void laterEventsNeverOverwriteWhatStaffTouched() {
        practice.hears(Webhook.patientCreated("B1").phone("030 1234567"));
        PatientId patient = practice.patientOf("B1").id();
        practice.notesPhone(patient, "0171 2223334");

        practice.hears(Webhook.patientUpdated("B1").phone("030 7654321"));

        assertThat(practice.patient(patient).details().phone()).contains("0171 2223334");
    }

    @Test
    void bookingEmailAlwaysFollows() {
        PatientId patient = linkedCard();

        practice.hears(Webhook.patientUpdated("B1").email("neu@example.org"));

        assertThat(practice.patient(patient).bookingEmail()).contains("neu@example.org");
    }

    @Test
    void bookingEmailFollowsTheNewestLinkOnly() {
        PatientId patient = linkedCard();
        practice.keepsApart("B2", patient);
        practice.hears(Webhook.patientCreated("B2").email("zweit@example.org"));
        practice.links("B2", patient);

        practice.hears(Webhook.patientUpdated("B1").email("neu@example.org"));

        assertThat(practice.patient(patient).bookingSystemId())
                .contains(practice.bookingPatient("B2").id());
        assertThat(practice.patient(patient).bookingEmail()).contains("zweit@example.org");
    }

    @Test
    void contradictingNameAppliesNothingAndAsks() {
        PatientId patient = linkedCard();
        var before = practice.patient(patient);
        var heardBefore = practice.bookingPatient("B1");

        Heard heard =
                practice.hears(
                        Webhook.patientUpdated("B1")
                                .named("Brunhilde", "Sommerfeld")
                                .email("neu@example.org")
                                .phone("030 1234567"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(heard.asked().kind()).isEqualTo(Kind.LINK_CONTRADICTED);
        assertThat(heard.asked().patient()).contains(patient);
        assertThat(heard.asked().candidates().getFirst().differs()).containsExactly("first_name");
        assertThat(practice.patient(patient)).isEqualTo(before);
        assertThat(practice.bookingPatient("B1")).isEqualTo(heardBefore);
    }

    @Test
    void contradictingBirthDateAsks() {
        linkedCard();

        Heard heard = practice.hears(Webhook.patientUpdated("B1").born("1999-09-09"));

        assertThat(heard.asked().kind()).isEqualTo(Kind.LINK_CONTRADICTED);
    }

    @Test
    void smallTypoBesideTheEqualBirthDateIsNoContradiction() {
        linkedCard();

        Heard heard = practice.hears(Webhook.patientUpdated("B1").named("Annegrett", "Sommerfeld"));

        assertThat(heard.outcome()).isEqualTo("updated");
    }

    @Test
    void anotherSpellingIsNoContradiction() {
        practice.hears(Webhook.patientCreated("B1").named("Jörg", "Weiß"));

        Heard heard = practice.hears(Webhook.patientUpdated("B1").named("JOERG", "weiss"));

        assertThat(heard.outcome()).isEqualTo("updated");
    }

    @Test
    void silenceDoesNotSettleTheContradictionButAgreementDoes() {
        linkedCard();
        practice.hears(Webhook.patientUpdated("B1").named("Brunhilde", "Sommerfeld"));

        practice.hears(Webhook.patientUpdated("B1").phone("030 1234567"));
        assertThat(practice.openKinds()).containsExactly(Kind.LINK_CONTRADICTED);

        Heard agrees =
                practice.hears(
                        Webhook.patientUpdated("B1")
                                .named("Annegret", "Sommerfeld")
                                .phone("030 1234567"));
        assertThat(practice.openItems()).isEmpty();
        assertThat(agrees.announcedTypes()).containsExactly("review.closed");
    }

    @Test
    void anEarlierContradictionIsNotHeldAgainstWhatSaysNothingOfIt() {
        PatientId patient = linkedCard();
        practice.hears(Webhook.patientUpdated("B1").born("1999-09-09"));

        Heard heard = practice.hears(Webhook.patientUpdated("B1").phone("030 1234567"));

        assertThat(heard.outcome()).isEqualTo("updated");
        assertThat(practice.patient(patient).details().phone()).contains("030 1234567");
        assertThat(practice.patient(patient).details().dateOfBirth())
                .contains(LocalDate.of(1975, 6, 1));
    }

    private PatientId linkedCard() {
        PatientId patient =
                practice.files(Card.of("Annegret", "Sommerfeld").email(EMAIL).born("1975-06-01"));
        Heard heard =
                practice.hears(
                        Webhook.patientCreated("B1")
                                .named("Annegret", "Sommerfeld")
                                .email(EMAIL)
                                .born("1975-06-01"));
        assertThat(heard.outcome()).isEqualTo("linked");
        return patient;
    }
}
