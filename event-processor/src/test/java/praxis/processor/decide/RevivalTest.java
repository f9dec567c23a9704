package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

/** SPEC 3.2: a cancelled appointment comes back only by proof; doubt is asked about. */
class RevivalTest {

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void newerOccurredAtRevives() {
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));

        Heard heard =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .status("scheduled")
                                .occurredAt("2026-03-03T08:00:00Z"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void newerVersionRevives() {
        practice.hears(Webhook.appointmentCreated("A1").version(1));
        practice.hears(Webhook.appointmentUpdated("A1").status("cancelled").version(2));

        practice.hears(Webhook.appointmentCreated("A1").version(3));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void withoutProofAnEventNotSeenBeforeAsks() {
        cancelled();

        Heard heard =
                practice.hears(Webhook.appointmentCreated("A1").at("2026-06-01T10:00:00+02:00"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(heard.asked().kind()).isEqualTo(Kind.REVIVED_APPOINTMENT);
        assertThat(heard.asked().bookingAppointment())
                .contains(practice.appointment("A1").bookingAppointment());
        assertThat(heard.asked().patient()).isEqualTo(practice.bookingPatient("B1").patient());
        assertThat(heard.announcedTypes()).containsExactly("review.opened");
    }

    @Test
    void whatIsAskedAboutChangesNothing() {
        cancelled();
        var before = practice.appointment("A1");

        practice.hears(Webhook.appointmentCreated("A1").at("2026-06-01T10:00:00+02:00"));

        assertThat(practice.appointment("A1")).isEqualTo(before);
    }

    @Test
    void equalStampsAreNoProof() {
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));

        Heard heard =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .status("scheduled")
                                .occurredAt("2026-03-02T08:00:00Z"));

        assertThat(heard.asked().kind()).isEqualTo(Kind.REVIVED_APPOINTMENT);
    }

    @Test
    void newerThanTheBookingIsNotNewerThanTheCancellation() {
        practice.hears(Webhook.appointmentCreated("A1").version(1));
        practice.hears(Webhook.appointmentCancelled("A1"));

        Heard overtaken =
                practice.hears(Webhook.appointmentUpdated("A1").status("scheduled").version(2));

        assertThat(overtaken.asked().kind()).isEqualTo(Kind.REVIVED_APPOINTMENT);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void olderThanTheCancellationIsNoQuestion() {
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-03T08:00:00Z"));

        Heard heard =
                practice.hears(
                        Webhook.appointmentUpdated("A1")
                                .status("scheduled")
                                .occurredAt("2026-03-02T08:00:00Z"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void cancelledToCompletedNeedsTheSameProof() {
        cancelled();

        Heard unproven = practice.hears(Webhook.appointmentUpdated("A1").status("completed"));

        assertThat(unproven.asked().kind()).isEqualTo(Kind.REVIVED_APPOINTMENT);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void updateWithoutStatusOfCancelledAppointmentRevivesNothing() {
        cancelled();

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").by("Dr. Ida Brandt"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void askingAgainKeepsTheItem() {
        cancelled();
        Heard first = practice.hears(Webhook.appointmentCreated("A1").lasting(45));

        Heard second = practice.hears(Webhook.appointmentCreated("A1").lasting(60));

        assertThat(second.asked().id()).isEqualTo(first.asked().id());
        assertThat(second.announcements()).isEmpty();
        assertThat(practice.openItems()).hasSize(1);
    }

    @Test
    void provenNewerEventSettlesTheQuestion() {
        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));
        practice.hears(Webhook.appointmentUpdated("A1").status("scheduled"));

        Heard heard =
                practice.hears(
                        Webhook.appointmentCancelled("A1").occurredAt("2026-03-04T08:00:00Z"));

        assertThat(heard.announcedTypes()).containsExactly("review.closed");
        assertThat(practice.openItems()).isEmpty();
    }

    private void cancelled() {
        practice.hears(Webhook.appointmentCreated("A1"));
        practice.hears(Webhook.appointmentCancelled("A1"));
    }
}
