package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.Settings;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

import java.time.Duration;
import java.util.Optional;

/** SPEC 3.3: identical bodies without an id, (a) to (d). */
class RepeatedBodyTest {

    private static final Webhook AT_TEN =
            Webhook.appointmentUpdated("A1").at("2026-05-04T10:00:00+02:00");
    private static final Webhook AT_ELEVEN =
            Webhook.appointmentUpdated("A1").at("2026-05-04T11:00:00+02:00");

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void withTheBackfillHeaderItIsADuplicate() {
        practice.hears(AT_TEN);
        practice.hears(AT_ELEVEN);

        Heard heard = practice.later(Duration.ofDays(30)).hears(AT_TEN.backfilled());

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(heard.changesNothing()).isTrue();
    }

    @Test
    void whoseResultIsAlreadyTheStateIsADuplicate() {
        practice.hears(AT_TEN);
        var before = practice.appointment("A1");

        Heard heard = practice.later(Duration.ofHours(1)).hears(AT_TEN);

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.appointment("A1")).isEqualTo(before);
    }

    @Test
    void whoseResultIsAlreadyTheStateIsADuplicateForEver() {
        practice.hears(AT_TEN);

        assertThat(practice.later(Duration.ofDays(300)).hears(AT_TEN).status())
                .isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void whatChangedSinceAndMayBeALateRetryLeavesTheStateAloneAndAsks() {
        practice.hears(AT_TEN);
        practice.hears(AT_ELEVEN);
        var before = practice.appointment("A1");

        Heard heard = practice.later(Duration.ofHours(23)).hears(AT_TEN);

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(heard.asked().kind()).isEqualTo(Kind.POSSIBLY_OUTDATED);
        assertThat(heard.asked().bookingAppointment()).contains(before.bookingAppointment());
        assertThat(heard.asked().bookingPatient()).isEqualTo(before.bookingPatient());
        assertThat(heard.asked().patient()).isEqualTo(before.patient());
        assertThat(practice.appointment("A1")).isEqualTo(before);
    }

    @Test
    void theThirdDeliveryIsAskedAboutUnderTheSameIdAndAppliesNothing() {
        practice.hears(AT_TEN);
        practice.hears(AT_ELEVEN);
        Heard second = practice.hears(AT_TEN);
        var before = practice.appointment("A1");

        Heard third = practice.hears(AT_TEN);

        assertThat(third.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(third.asked().id()).isEqualTo(second.asked().id());
        assertThat(third.announcements()).isEmpty();
        assertThat(practice.appointment("A1")).isEqualTo(before);
    }

    @Test
    void beyondTheRetryHorizonItIsAGenuineNewEvent() {
        practice.hears(AT_TEN);
        practice.hears(AT_ELEVEN);

        Heard heard = practice.later(Duration.ofHours(24)).hears(AT_TEN);

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(textOfTime()).isEqualTo("2026-05-04T10:00:00+02:00");
    }

    @Test
    void theHorizonIsASetting() {
        Practice patient =
                Practice.with(
                        new Settings(
                                Optional.empty(),
                                Settings.DEFAULT.timePolicy(),
                                Settings.DEFAULT.zone(),
                                Duration.ofMinutes(10),
                                false));
        patient.hears(AT_TEN);
        patient.hears(AT_ELEVEN);

        assertThat(patient.later(Duration.ofMinutes(9)).hears(AT_TEN).status())
                .isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(patient.later(Duration.ofMinutes(1)).hears(AT_TEN).status())
                .isEqualTo(ProcessingStatus.SUCCESS);
    }

    @Test
    void theGenuineNewEventTakesTheIdentityOver() {
        practice.hears(AT_TEN);
        practice.hears(AT_ELEVEN);
        practice.later(Duration.ofDays(2)).hears(AT_TEN);
        practice.hears(AT_ELEVEN.lasting(60));

        Heard heard = practice.later(Duration.ofHours(1)).hears(AT_TEN);

        assertThat(heard.asked().kind()).isEqualTo(Kind.POSSIBLY_OUTDATED);
    }

    @Test
    void aRepeatThatProvesToBeOlderIsADuplicateAndNoQuestion() {
        Webhook old = AT_TEN.occurredAt("2026-03-01T08:00:00Z");
        practice.hears(old);
        practice.hears(AT_ELEVEN.occurredAt("2026-03-02T08:00:00Z"));

        assertThat(practice.hears(old).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void aLateRetryOfTheBookingDoesNotReviveTheCancelled() {
        practice.hears(AT_TEN);
        practice.hears(Webhook.appointmentCancelled("A1"));

        Heard heard = practice.hears(AT_TEN.status("scheduled"));
        Heard retry = practice.hears(AT_TEN);

        assertThat(heard.asked().kind()).isEqualTo(Kind.REVIVED_APPOINTMENT);
        assertThat(retry.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aLateRetryOfCreatedAfterTheCancellationAsksWhetherItIsOutdated() {
        Webhook created = Webhook.appointmentCreated("A1");
        practice.hears(created);
        practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(practice.hears(created).asked().kind()).isEqualTo(Kind.POSSIBLY_OUTDATED);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aRecordOfWhateverKindCounts() {
        practice.hears(AT_TEN);
        practice.hears(Webhook.patientDeleted("B1"));

        assertThat(practice.hears(Webhook.appointmentUpdated("A1").status("scheduled")).status())
                .isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aStampThatHasBecomeCredibleMeanwhileMakesNoNewEvent() {
        Webhook ahead = AT_TEN.occurredAt(practice.now().plus(Duration.ofMinutes(10)).toString());
        practice.hears(ahead);

        assertThat(practice.later(Duration.ofMinutes(20)).hears(ahead).status())
                .isEqualTo(ProcessingStatus.DUPLICATE);
    }

    private String textOfTime() {
        return practice.appointment("A1").content().scheduledAt().toOptional().orElseThrow().text();
    }
}
