package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Appointment;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** SPEC 5: what came was asked about instead of applied; a person takes it or keeps what we had. */
class ProposalDecisionTest {
    private static final Webhook SHORT = Webhook.appointmentUpdated("A1").lasting(20);
    private static final Webhook LONG = Webhook.appointmentUpdated("A1").lasting(60);

    private final Practice practice = Practice.thatKnows("B1", "B2");

    @Test
    void takingTheOutdatedValueAppliesItAsOfItsReceipt() {
        Instant reported = askedWhetherOutdated();
        practice.later(Duration.ofHours(3));

        Heard heard = practice.answers(new Answer.TakeNew());

        assertThat(heard.outcome()).isEqualTo("decided");
        assertThat(minutes()).isEqualTo(20);
        assertThat(practice.appointment("A1").syncedAt()).isEqualTo(reported);
        assertThat(practice.openItems()).isEmpty();
        assertThat(heard.announcedTypes()).containsExactly("review.closed");
    }

    @Test
    void keepingTheCurrentValueEndsTheQuestionForThatBody() {
        askedWhetherOutdated();

        practice.answers(new Answer.KeepCurrent());
        Heard retried = practice.hears(SHORT);

        assertThat(minutes()).isEqualTo(60);
        assertThat(retried.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void takingARevivalBringsTheAppointmentBack() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        practice.hears(Webhook.appointmentCancelled("A1"));
        practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B1").status("scheduled"));
        assertThat(practice.openKinds()).containsExactly(Kind.REVIVED_APPOINTMENT);

        practice.answers(new Answer.TakeNew());

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void keepingACancelledAppointmentLeavesItCancelled() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        practice.hears(Webhook.appointmentCancelled("A1"));
        practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B1").status("scheduled"));

        practice.answers(new Answer.KeepCurrent());

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void takingAMoveGivesTheAppointmentToTheOther() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B2").lasting(90));

        practice.answers(new Answer.TakeNew());

        Appointment moved = practice.appointment("A1");
        assertThat(moved.bookingPatient()).contains(practice.bookingPatient("B2").id());
        assertThat(moved.patient()).contains(practice.patientOf("B2").id());
        assertThat(minutes()).isEqualTo(90);
        assertThat(practice.state().appointmentsOf(practice.bookingPatient("B1").id())).isEmpty();
    }

    @Test
    void takingAContradictionRenamesThePatient() {
        PatientId patient = practice.patientOf("B1").id();
        practice.hears(Webhook.patientUpdated("B1").named("Annegret", "Sommerfeld"));
        practice.hears(Webhook.patientUpdated("B1").named("Annegret", "Hochzeiterin"));
        assertThat(practice.openKinds()).containsExactly(Kind.LINK_CONTRADICTED);

        practice.answers(new Answer.TakeNew());

        assertThat(practice.patient(patient).details().lastName()).contains("Hochzeiterin");
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void keepingOurNameIsNotAskedAgainWhileTheToolSaysTheSame() {
        PatientId patient = practice.patientOf("B1").id();
        practice.hears(Webhook.patientUpdated("B1").named("Annegret", "Sommerfeld"));
        var before = practice.patient(patient).details().lastName();
        practice.hears(Webhook.patientUpdated("B1").named("Annegret", "Hochzeiterin"));

        practice.answers(new Answer.KeepCurrent());
        practice.hears(
                Webhook.patientUpdated("B1").named("Annegret", "Hochzeiterin").phone("030 77"));

        assertThat(practice.patient(patient).details().lastName()).isEqualTo(before);
        assertThat(practice.patient(patient).details().phone()).contains("030 77");
        assertThat(practice.openItems()).isEmpty();

        practice.hears(Webhook.patientUpdated("B1").named("Annegret", "Witwerich"));
        assertThat(practice.openKinds()).containsExactly(Kind.LINK_CONTRADICTED);
    }

    @Test
    void aProposalCanBePostponedButNotLinked() {
        askedWhetherOutdated();

        assertThat(
                        practice.answers(new Answer.Link(practice.patientOf("B2").id().value()))
                                .outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
        assertThat(practice.answers(new Answer.Postpone(Optional.empty())).outcome())
                .isEqualTo("postponed");
    }

    private Instant askedWhetherOutdated() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        practice.hears(SHORT);
        practice.hears(LONG);
        Instant reported = practice.now();
        practice.hears(SHORT);
        assertThat(practice.openKinds()).containsExactly(Kind.POSSIBLY_OUTDATED);
        return reported;
    }

    private int minutes() {
        return practice.appointment("A1").content().durationMinutes().toOptional().orElseThrow();
    }
}
