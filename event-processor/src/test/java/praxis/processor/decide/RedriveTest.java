package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Decision;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.RedriveEvent;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Staff have an event processed again that failed when it came. */
class RedriveTest {
    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void doesWhatItWouldHaveDoneAsOfItsOwnReceipt() {
        Instant came = practice.now();
        UUID event = practice.failed(Webhook.appointmentCreated("A1"));

        Heard heard = practice.later(Duration.ofDays(1)).orders(new RedriveEvent(event));

        assertThat(heard.outcome()).isEqualTo("stored");
        assertThat(practice.appointment("A1").syncedAt()).isEqualTo(came);
    }

    @Test
    void isAnOrderInTheLogThatNamesTheEvent() {
        UUID event = practice.failed(Webhook.appointmentCreated("A1"));

        Decision.Entry entry = practice.orders(new RedriveEvent(event)).decision().entry();

        assertThat(entry.eventType()).contains("event.redrive");
        assertThat(entry.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(entry.command().orElseThrow().by()).isEqualTo(Practice.ADMIN);
        assertThat(entry.concerns().earlierEvent()).contains(event);
        assertThat(entry.concerns().bookingAppointment()).contains(new BookingAppointmentId("A1"));
    }

    @Test
    void takesTheIdentityOfTheEvent() {
        Webhook webhook = Webhook.appointmentCreated("A1").signedAs("msg-1");
        practice.orders(new RedriveEvent(practice.failed(webhook)));

        assertThat(practice.hears(webhook).status()).isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void isDuplicateWhereARetryCameThroughMeanwhile() {
        Webhook webhook = Webhook.appointmentCreated("A1").signedAs("msg-1");
        UUID event = practice.failed(webhook);
        practice.hears(webhook);

        assertThat(practice.orders(new RedriveEvent(event)).status())
                .isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void changesNothingWhileTheEventIsAsWrongAsBefore() {
        UUID event = practice.failed(Webhook.of("appointment.created"));

        Heard heard = practice.orders(new RedriveEvent(event));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(heard.decision().entry().concerns().earlierEvent()).contains(event);
        assertThat(heard.announcements()).isEmpty();
        assertThat(practice.orders(new RedriveEvent(event)).outcome()).isEqualTo("error");
    }

    @Test
    void isDoneOnce() {
        UUID event = practice.failed(Webhook.appointmentCreated("A1"));
        practice.orders(new RedriveEvent(event));
        practice.hears(Webhook.appointmentUpdated("A1").lasting(45));

        Heard second = practice.orders(new RedriveEvent(event));

        assertThat(second.outcome()).isEqualTo(Refusal.ALREADY_PROCESSED.wireName());
        assertThat(second.decision().entry().concerns().earlierEvent()).isEmpty();
    }

    @Test
    void asksWhereSomethingChangedSinceAndNothingProvesTheOrder() {
        practice.hears(Webhook.appointmentCreated("A1"));
        UUID event = practice.failed(Webhook.appointmentUpdated("A1").lasting(20));
        practice.hears(Webhook.appointmentUpdated("A1").lasting(45));

        Heard heard = practice.orders(new RedriveEvent(event));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(practice.openKinds()).containsExactly(Kind.POSSIBLY_OUTDATED);
        assertThat(minutes()).isEqualTo(45);
        practice.answers(new Answer.TakeNew());
        assertThat(minutes()).isEqualTo(20);
    }

    @Test
    void overwritesWhatItProvesToBeOlder() {
        practice.hears(Webhook.appointmentCreated("A1").version(1));
        UUID event = practice.failed(Webhook.appointmentUpdated("A1").lasting(20).version(3));
        practice.hears(Webhook.appointmentUpdated("A1").lasting(45).version(2));

        practice.orders(new RedriveEvent(event));

        assertThat(minutes()).isEqualTo(20);
    }

    @Test
    void isStaleBesideWhatIsProvenNewer() {
        practice.hears(Webhook.appointmentCreated("A1").version(1));
        UUID event = practice.failed(Webhook.appointmentUpdated("A1").lasting(20).version(2));
        practice.hears(Webhook.appointmentUpdated("A1").lasting(45).version(3));

        assertThat(practice.orders(new RedriveEvent(event)).status())
                .isEqualTo(ProcessingStatus.STALE);
        assertThat(minutes()).isEqualTo(45);
    }

    private Integer minutes() {
        return practice.appointment("A1").content().durationMinutes().toOptional().orElseThrow();
    }

    @Test
    void isRefusedWhereNothingIsLeftOfTheEvent() {
        assertThat(practice.orders(new RedriveEvent(practice.failedAndErased())).outcome())
                .isEqualTo(Refusal.PAYLOAD_ERASED.wireName());
    }

    @Test
    void isRefusedForWhatNeverFailed() {
        assertThat(practice.orders(new RedriveEvent(new UUID(1, 1))).outcome())
                .isEqualTo(Refusal.NOT_FOUND.wireName());
    }
}
