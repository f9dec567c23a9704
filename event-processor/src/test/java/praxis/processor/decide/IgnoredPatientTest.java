package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;

import java.util.List;

/** SPEC 3.1: what is heard of an ignored booking patient is logged and cached nowhere. */
class IgnoredPatientTest {

    private final Practice practice = Practice.empty();

    @Test
    void everyEventIsLoggedAsIgnored() {
        practice.ignores("B1");
        var before = practice.bookingPatient("B1");

        for (Webhook webhook :
                List.of(
                        Webhook.patientCreated("B1"),
                        Webhook.patientUpdated("B1").phone("030 1234567"),
                        Webhook.patientDeleted("B1"),
                        Webhook.appointmentCreated("A1"),
                        Webhook.appointmentUpdated("A1"),
                        Webhook.appointmentCancelled("A1").ofPatient("B1"))) {
            Heard heard = practice.hears(webhook);

            assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
            assertThat(heard.outcome()).isEqualTo("ignored");
        }
        assertThat(practice.bookingPatient("B1")).isEqualTo(before);
        assertThat(practice.hasAppointment("A1")).isFalse();
        assertThat(practice.patients()).isZero();
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void cancellationByIdOfAnIgnoredPatientsAppointmentIsIgnored() {
        practice.hears(Webhook.appointmentCreated("A1"));
        practice.ignores("B1");
        var before = practice.appointment("A1");

        Heard heard = practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(heard.outcome()).isEqualTo("ignored");
        assertThat(practice.appointment("A1")).isEqualTo(before);
    }
}
