package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.Settings;
import praxis.schemas.event.BookingEvent.Gender;

import java.time.LocalDate;
import java.util.Optional;

/** SPEC 3.1: how news of a booking patient without a link ends. */
class PatientRulesTest {

    private final Practice practice = Practice.empty();

    @Test
    void endsLinked() {
        PatientId jonas =
                practice.files(
                        Card.of("Jonas", "Wiesental")
                                .email("wiesental@example.org")
                                .born("1980-02-29"));

        Heard heard = practice.hears(jonas("B1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("linked");
        assertThat(heard.decision().entry().concerns().patient()).contains(jonas);
        assertThat(practice.bookingPatient("B1").patient()).contains(jonas);
        assertThat(practice.patient(jonas).bookingSystemId())
                .contains(practice.bookingPatient("B1").id());
        assertThat(practice.patient(jonas).bookingEmail()).contains("wiesental@example.org");
    }

    @Test
    void endsCreated() {
        Heard heard = practice.hears(jonas("B1").phone("030 1234567").with("gender", "maennlich"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("created");
        var patient = practice.patientOf("B1");
        assertThat(patient.details().firstName()).contains("Jonas");
        assertThat(patient.details().lastName()).contains("Wiesental");
        assertThat(patient.details().email()).contains("wiesental@example.org");
        assertThat(patient.details().phone()).contains("030 1234567");
        assertThat(patient.details().dateOfBirth()).contains(LocalDate.of(1980, 2, 29));
        assertThat(patient.details().gender()).isEqualTo(Gender.MALE);
        assertThat(patient.bookingSystemId()).contains(practice.bookingPatient("B1").id());
        assertThat(patient.bookingEmail()).contains("wiesental@example.org");
    }

    @Test
    void endsInReview() {
        practice.files(Card.of("Jonas", "Wiesental").email("wiesental@example.org"));

        Heard heard = practice.hears(jonas("B1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(heard.announcedTypes()).containsExactly("review.opened");
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.IN_REVIEW);
        assertThat(practice.patients()).isEqualTo(1);
    }

    @Test
    void endsIgnored() {
        practice.ignores("B1");
        var before = practice.bookingPatient("B1");

        Heard heard = practice.hears(jonas("B1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("ignored");
        assertThat(practice.bookingPatient("B1")).isEqualTo(before);
        assertThat(practice.patients()).isZero();
    }

    @Test
    void endsInAnErrorThatSaysWhichField() {
        Heard heard = practice.hears(jonas("B1").born("29.02.1980").without("email"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(heard.error()).contains("date_of_birth").contains("email");
        assertThat(practice.patients()).isZero();
    }

    @Test
    void updatedOfUnknownBookingPatientEndsTheSameWay() {
        Heard heard = practice.hears(Webhook.patientUpdated("B1").email("wiesental@example.org"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void updatedThatTellsNobodyApartIsAskedAboutAndWaitsForTheRest() {
        Heard ahead = practice.hears(Webhook.patientUpdated("B1").phone("030 1234567"));
        PatientId jonas =
                practice.files(
                        Card.of("Jonas", "Wiesental")
                                .email("wiesental@example.org")
                                .born("1980-02-29"));

        Heard heard = practice.hears(jonas("B1"));

        assertThat(ahead.asked().kind()).isEqualTo(Kind.UNKNOWN_PATIENT);
        assertThat(heard.outcome()).isEqualTo("linked");
        assertThat(practice.patientOf("B1").id()).isEqualTo(jonas);
        assertThat(practice.patient(jonas).details().phone()).contains("030 1234567");
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void newPatientGetsTheDefaultTherapist() {
        Practice withDefault =
                Practice.with(
                        new Settings(
                                Optional.of("therapist-7"),
                                Settings.DEFAULT.timePolicy(),
                                Settings.DEFAULT.zone(),
                                Settings.DEFAULT.retryHorizon(),
                                false));

        withDefault.hears(jonas("B1"));
        practice.hears(jonas("B1"));

        assertThat(withDefault.patientOf("B1").therapistId()).contains("therapist-7");
        assertThat(practice.patientOf("B1").therapistId()).isEmpty();
    }

    @Test
    void missingNamesAndBirthDateStayEmpty() {
        practice.hears(Webhook.patientCreated("B1"));

        var details = practice.patientOf("B1").details();
        assertThat(details.firstName()).isEmpty();
        assertThat(details.lastName()).isEmpty();
        assertThat(details.dateOfBirth()).isEmpty();
        assertThat(details.gender()).isEqualTo(Gender.UNKNOWN);
    }

    @Test
    void aLaterEventReEvaluatesTheOpenItemUnderTheSameIdAndClosesIt() {
        PatientId jonas =
                practice.files(
                        Card.of("Jonas", "Wiesental")
                                .email("wiesental@example.org")
                                .born("1980-02-29"));
        Heard doubt = practice.hears(jonas("B1").without("date_of_birth"));

        Heard clear = practice.hears(Webhook.patientUpdated("B1").born("1980-02-29"));

        assertThat(doubt.asked().kind()).isEqualTo(Kind.EMAIL_ONLY);
        assertThat(clear.outcome()).isEqualTo("linked");
        assertThat(practice.patientOf("B1").id()).isEqualTo(jonas);
        assertThat(practice.openItems()).isEmpty();
        assertThat(practice.state().changes().reviews()).hasSize(1);
    }

    private static Webhook jonas(String id) {
        return Webhook.patientCreated(id)
                .named("Jonas", "Wiesental")
                .email("wiesental@example.org")
                .born("1980-02-29");
    }
}
