package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

import java.time.Duration;

/** SPEC 3.1: {@code patient.deleted} ends the link for the future. */
class DeletedPatientTest {

    private final Practice practice = Practice.empty();

    @Test
    void futureAppointmentsAreCancelledAndStayOnThePatient() {
        patientWithAppointments();
        var patient = practice.bookingPatient("B1").patient();
        var received = practice.later(Duration.ofHours(1)).now();

        Heard heard = practice.hears(Webhook.patientDeleted("B1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("link_ended");
        assertThat(heard.notes()).containsExactly("future_appointments_cancelled");
        assertThat(practice.appointment("future").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.appointment("future").syncedAt()).isEqualTo(received);
        assertThat(practice.appointment("future").patient()).isPresent().isEqualTo(patient);
    }

    @Test
    void pastAppointmentsAreUntouched() {
        patientWithAppointments();
        var past = practice.appointment("past");

        practice.hears(Webhook.patientDeleted("B1"));

        assertThat(practice.appointment("past")).isEqualTo(past);
    }

    @Test
    void thePatientOfThePracticeStays() {
        patientWithAppointments();
        var patient = practice.patientOf("B1");

        practice.hears(Webhook.patientDeleted("B1"));

        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.ENDED);
        assertThat(practice.bookingPatient("B1").patient()).isEmpty();
        assertThat(practice.patient(patient.id()).details()).isEqualTo(patient.details());
        assertThat(practice.patient(patient.id()).isActive()).isTrue();
        assertThat(practice.patient(patient.id()).bookingSystemId()).isEmpty();
    }

    @Test
    void thePatientShowsTheNewestLinkThatIsLeft() {
        practice.hears(Webhook.patientCreated("B1").email("eins@example.org"));
        practice.hears(Webhook.patientCreated("B2").email("zwei@example.org"));
        var patient = practice.patientOf("B1").id();
        practice.links("B2", patient);

        practice.hears(Webhook.patientDeleted("B2"));

        assertThat(practice.patient(patient).bookingSystemId())
                .contains(practice.bookingPatient("B1").id());
        assertThat(practice.patient(patient).bookingEmail()).contains("eins@example.org");
    }

    @Test
    void deletedBeforeAnythingElseIsRemembered() {
        Heard heard = practice.hears(Webhook.patientDeleted("B1").version(2));
        Heard late = practice.hears(Webhook.patientCreated("B1").version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(late.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.ENDED);
        assertThat(practice.patients()).isZero();
    }

    @Test
    void deletedTwiceEndsAsOnce() {
        patientWithAppointments();
        practice.hears(Webhook.patientDeleted("B1").eventId("d1"));
        var ended = practice.bookingPatient("B1");

        Heard heard = practice.hears(Webhook.patientDeleted("B1").eventId("d2"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.bookingPatient("B1")).isEqualTo(ended);
    }

    @Test
    void createdAgainIsMatchedAgain() {
        Webhook created =
                Webhook.patientCreated("B1").named("Annegret", "Sommerfeld").born("1975-06-01");
        practice.hears(created.version(1));
        var patient = practice.patientOf("B1").id();
        practice.hears(Webhook.patientDeleted("B1").version(2));

        Heard heard = practice.hears(created.version(3));

        assertThat(heard.outcome()).isEqualTo("linked");
        assertThat(practice.patientOf("B1").id()).isEqualTo(patient);
    }

    @Test
    void anOlderDeletionIsStale() {
        practice.hears(Webhook.patientCreated("B1").version(3));

        Heard heard = practice.hears(Webhook.patientDeleted("B1").version(2));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.LINKED);
    }

    @Test
    void parkedFutureAppointmentsAreCancelledAndNobodyIsAsked() {
        practice.hears(Webhook.appointmentCreated("A1"));

        practice.hears(Webhook.patientDeleted("B1"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void deletionSettlesWhoThePatientWasAndWhetherTheLinkIsRight() {
        practice.hears(Webhook.patientCreated("B1").named("Annegret", "Sommerfeld"));
        practice.hears(Webhook.patientUpdated("B1").named("Brunhilde", "Sommerfeld"));
        assertThat(practice.openKinds()).containsExactly(Kind.LINK_CONTRADICTED);

        practice.hears(Webhook.patientDeleted("B1"));

        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void newAppointmentOfDeletedPatientIsParkedAndAskedAbout() {
        patientWithAppointments();
        practice.hears(Webhook.patientDeleted("B1"));

        Heard heard = practice.hears(Webhook.appointmentCreated("new"));

        assertThat(heard.outcome()).isEqualTo("parked");
        assertThat(heard.asked().kind()).isEqualTo(Kind.UNKNOWN_PATIENT);
        assertThat(practice.appointment("new").patient()).isEmpty();
    }

    @Test
    void changeFromBeforeTheDeletionRevivesNothing() {
        practice.hears(Webhook.patientCreated("B1"));
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(Webhook.patientDeleted("B1").occurredAt("2026-03-03T08:00:00Z"));

        practice.hears(
                Webhook.appointmentUpdated("A1")
                        .status("scheduled")
                        .occurredAt("2026-03-02T08:00:00Z"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void whatProvesToBeBookedSinceTheDeletionIsNotCancelled() {
        practice.hears(Webhook.patientCreated("B1"));
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-03T08:00:00Z"));

        practice.hears(Webhook.patientDeleted("B1").occurredAt("2026-03-02T08:00:00Z"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    private void patientWithAppointments() {
        practice.hears(Webhook.patientCreated("B1"));
        practice.hears(Webhook.appointmentCreated("past").at("2026-03-02T10:00:00+01:00"));
        practice.hears(Webhook.appointmentCreated("future").at("2026-06-02T10:00:00+02:00"));
    }
}
