package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.Settings;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.ChangeSettings;

import java.time.Duration;
import java.util.Optional;

/** SPEC 4: when a newcomer whom nobody resembles becomes a patient. */
class CreatePolicyTest {
    private final Practice practice = Practice.empty();

    @Test
    void whoeverOnlyRegisteredIsExpectedUntilTheFirstAppointment() {
        chooses(CreatePolicy.WITH_FIRST_APPOINTMENT);

        Heard registered = practice.hears(newcomer());
        assertThat(registered.outcome()).isEqualTo("expected");
        assertThat(practice.patients()).isZero();
        assertThat(practice.openItems()).isEmpty();
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.EXPECTED);

        Heard booked = practice.hears(Webhook.appointmentCreated("A1"));
        assertThat(booked.outcome()).isEqualTo("stored");
        assertThat(booked.notes()).containsExactly("patient_created");
        PatientId patient = practice.patientOf("B1").id();
        assertThat(booked.decision().entry().concerns().patient()).contains(patient);
        assertThat(practice.appointment("A1").patient()).contains(patient);
        assertThat(practice.openItems()).isEmpty();

        practice.hears(Webhook.appointmentCreated("A2"));
        assertThat(practice.appointment("A2").patient()).contains(patient);
        assertThat(practice.patients()).isEqualTo(1);
    }

    @Test
    void aCancellationIsNoAppointment() {
        chooses(CreatePolicy.WITH_FIRST_APPOINTMENT);
        practice.hears(newcomer());

        practice.hears(Webhook.appointmentCancelled("A0").with("booking_patient_id", "B1"));
        assertThat(practice.patients()).isZero();

        practice.hears(Webhook.appointmentCreated("A1"));
        assertThat(practice.appointment("A0").patient())
                .isEqualTo(practice.appointment("A1").patient())
                .isPresent();
    }

    @Test
    void anAppointmentThatCameFirstIsTheFirst() {
        chooses(CreatePolicy.WITH_FIRST_APPOINTMENT);
        practice.hears(Webhook.appointmentCreated("A1"));

        assertThat(practice.hears(newcomer()).outcome()).isEqualTo("created");

        assertThat(practice.appointment("A1").patient()).isPresent();
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void whoeverIsOnFileByThenIsAskedAboutOrLinked() {
        chooses(CreatePolicy.WITH_FIRST_APPOINTMENT);
        practice.hears(newcomer());
        PatientId anna =
                practice.files(
                        Card.of("Annegret", "Sommerfeld")
                                .email("annegret@example.org")
                                .born("1975-06-01"));

        Heard booked = practice.hears(Webhook.appointmentCreated("A1"));

        assertThat(booked.notes()).containsExactly("patient_linked");
        assertThat(practice.patientOf("B1").id()).isEqualTo(anna);
    }

    @Test
    void whoeverIsExpectedIsAPatientAsSoonAsThePracticeWantsEverybody() {
        chooses(CreatePolicy.WITH_FIRST_APPOINTMENT);
        practice.hears(newcomer());
        chooses(CreatePolicy.ALWAYS);
        assertThat(practice.patients()).isZero();

        practice.hears(Webhook.patientUpdated("B1").phone("030 1"));

        assertThat(practice.patientOf("B1").bookingSystemId()).isPresent();
    }

    @Test
    void aPersonDecidesWhereThePracticeWantsSo() {
        chooses(CreatePolicy.ASK);

        Heard heard = practice.hears(newcomer());
        assertThat(heard.outcome()).isEqualTo("needs_review");
        assertThat(practice.openKinds()).containsExactly(Kind.UNKNOWN_PATIENT);
        practice.hears(Webhook.appointmentCreated("A1"));
        assertThat(practice.patients()).isZero();

        practice.answers(new Answer.Create(Say.NOTHING));
        assertThat(practice.appointment("A1").patient()).contains(practice.patientOf("B1").id());
    }

    @Test
    void whoeverIsExpectedIsAskedAboutOncePeopleAreToDecide() {
        chooses(CreatePolicy.WITH_FIRST_APPOINTMENT);
        practice.hears(newcomer());
        chooses(CreatePolicy.ASK);

        Heard booked = practice.hears(Webhook.appointmentCreated("A1"));

        assertThat(booked.outcome()).isEqualTo("parked");
        assertThat(practice.openKinds()).containsExactly(Kind.UNKNOWN_PATIENT);
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.IN_REVIEW);
    }

    private static Webhook newcomer() {
        return Webhook.patientCreated("B1")
                .named("Annegret", "Sommerfeld")
                .email("annegret@example.org")
                .born("1975-06-01");
    }

    private void chooses(CreatePolicy policy) {
        Settings held = practice.state().settings();
        practice.orders(
                new ChangeSettings(
                        held.version(),
                        new PracticeSettings(
                                Optional.empty(),
                                Optional.empty(),
                                TimePolicy.OFFSET,
                                Duration.ofHours(24),
                                TherapistScope.OWN,
                                policy,
                                false,
                                Optional.empty())));
    }
}
