package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.Appointment.TimeFlag;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Settings;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.ChangeSettings;
import praxis.schemas.command.StaffCommand.ChangeTherapists;
import praxis.schemas.command.StaffCommand.ConnectLogin;
import praxis.schemas.command.Therapist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What admins order about their practice (SPEC 6). */
class SettingsOrdersTest {
    private static final Therapist EVA = new Therapist("t1", "Dr. Eva Muster", List.of("Eva M."));
    private static final Therapist NORA = new Therapist("t2", "Nora Netz", List.of());

    private final Practice practice = Practice.empty();

    @Test
    void newPatientsAreTheDefaultTherapistsFromThenOn() {
        practice.hears(Webhook.patientCreated("B1"));
        lists(EVA);

        Heard heard = chooses(defaultTherapist("t1"));
        practice.hears(Webhook.patientCreated("B2").email("zweite@example.org"));

        assertThat(heard.outcome()).isEqualTo("changed");
        assertThat(heard.notes()).containsExactly("default_therapist_id");
        assertThat(practice.patientOf("B1").therapistId()).isEmpty();
        assertThat(practice.patientOf("B2").therapistId()).contains("t1");
    }

    @Test
    void theDefaultTherapistIsOneOfThePractices() {
        assertThat(chooses(defaultTherapist("t1")).outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
        lists(EVA);
        chooses(defaultTherapist("t1"));

        Heard without = lists(NORA);

        assertThat(without.outcome()).isEqualTo(Refusal.NOT_POSSIBLE.wireName());
        assertThat(without.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(practice.state().directory().therapists()).containsExactly(EVA);
    }

    @Test
    void anOrderBasedOnWhatIsNoMoreDoesNothing() {
        long read = practice.state().settings().version();
        chooses(chosen(TimePolicy.OFFSET, CreatePolicy.ASK));

        Heard late =
                practice.orders(
                        new ChangeSettings(read, chosen(TimePolicy.LOCAL, CreatePolicy.ALWAYS)));
        Heard lateToo = practice.orders(new ChangeTherapists(read, List.of(EVA)));

        assertThat(late.outcome()).isEqualTo(Refusal.CHANGED_SINCE.wireName());
        assertThat(lateToo.outcome()).isEqualTo(Refusal.CHANGED_SINCE.wireName());
        assertThat(practice.state().settings().createPolicy()).isEqualTo(CreatePolicy.ASK);
        assertThat(practice.state().settings().timePolicy()).isEqualTo(TimePolicy.OFFSET);
    }

    @Test
    void theSameAgainChangesNothingAndNoVersion() {
        chooses(chosen(TimePolicy.LOCAL, CreatePolicy.ASK));
        lists(NORA, EVA);
        Settings before = practice.state().settings();

        assertThat(chooses(before.chosen()).outcome()).isEqualTo("unchanged");
        assertThat(lists(EVA, NORA).outcome()).isEqualTo("unchanged");

        assertThat(practice.state().settings()).isEqualTo(before);
    }

    @Test
    void anotherTimePolicyReadsWhatLiesAheadAgainInTheSameStep() {
        practice.hears(Webhook.appointmentCreated("ahead").at("2026-07-01T10:00:00Z"));
        practice.hears(Webhook.appointmentCreated("offset").at("2026-07-01T10:00:00+02:00"));
        practice.hears(Webhook.appointmentCreated("gap").at("2027-03-28T02:30:00Z"));
        practice.hears(Webhook.appointmentCreated("past").at("2026-03-01T10:00:00Z"));

        Heard heard = chooses(chosen(TimePolicy.LOCAL, CreatePolicy.ALWAYS));

        assertThat(heard.notes()).containsExactly("time_policy", "appointments_read_again:2");
        assertThat(instant("ahead")).isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(instant("offset")).isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(instant("past")).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(time("gap").flag()).contains(TimeFlag.GAP);

        chooses(chosen(TimePolicy.OFFSET, CreatePolicy.ALWAYS));
        assertThat(instant("ahead")).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(time("gap").flag()).isEmpty();
    }

    @Test
    void whatLiesAheadUnderEitherPolicyIsReadAgain() {
        // Half an hour ahead as it was read, an hour and a half past as it is meant.
        String soon = Practice.START.plus(Duration.ofMinutes(30)).toString();
        practice.hears(Webhook.appointmentCreated("soon").at(soon));

        chooses(chosen(TimePolicy.LOCAL, CreatePolicy.ALWAYS));
        assertThat(instant("soon")).isEqualTo(Instant.parse(soon).minus(Duration.ofHours(2)));

        chooses(chosen(TimePolicy.OFFSET, CreatePolicy.ALWAYS));
        assertThat(instant("soon")).isEqualTo(Instant.parse(soon));
    }

    @Test
    void aRetryOfTheSameBodyIsStillOneAfterwards() {
        Webhook booking = Webhook.appointmentCreated("A1").at("2026-07-01T10:00:00Z");
        practice.hears(booking);
        chooses(chosen(TimePolicy.LOCAL, CreatePolicy.ALWAYS));

        assertThat(practice.hears(booking).status()).isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void readingTimesAgainDoesNotMakeThemFresher() {
        practice.hears(Webhook.appointmentCreated("A1").at("2026-07-01T10:00:00Z"));
        Instant synced = practice.appointment("A1").syncedAt();

        chooses(chosen(TimePolicy.LOCAL, CreatePolicy.ALWAYS));

        assertThat(practice.appointment("A1").syncedAt()).isEqualTo(synced);
    }

    @Test
    void aLoginIsOnePatients() {
        PatientId anna = practice.files(Card.of("Anna", "Adler"));
        PatientId berta = practice.files(Card.of("Berta", "Busch"));

        assertThat(connects(anna, "u-1").outcome()).isEqualTo("changed");
        assertThat(connects(anna, "u-1").outcome()).isEqualTo("unchanged");
        assertThat(connects(berta, "u-1").outcome()).isEqualTo(Refusal.LOGIN_TAKEN.wireName());
        assertThat(practice.patient(berta).userId()).isEmpty();

        practice.orders(new ConnectLogin(anna.value(), Optional.empty()));
        assertThat(connects(berta, "u-1").outcome()).isEqualTo("changed");
        assertThat(practice.patient(anna).userId()).isEmpty();
        assertThat(practice.patient(berta).userId()).contains("u-1");
        assertThat(connects(new PatientId(new UUID(1, 1)), "u-9").outcome())
                .isEqualTo(Refusal.NOT_FOUND.wireName());
    }

    private Heard connects(PatientId patient, String login) {
        return practice.orders(new ConnectLogin(patient.value(), Optional.of(login)));
    }

    private Heard chooses(PracticeSettings wanted) {
        return practice.orders(new ChangeSettings(practice.state().settings().version(), wanted));
    }

    private Heard lists(Therapist... therapists) {
        return practice.orders(
                new ChangeTherapists(practice.state().settings().version(), List.of(therapists)));
    }

    private Instant instant(String appointment) {
        return time(appointment).instant();
    }

    private ScheduledTime time(String appointment) {
        return practice.appointment(appointment).content().scheduledAt().toOptional().orElseThrow();
    }

    private static PracticeSettings defaultTherapist(String therapist) {
        return chosen(Optional.of(therapist), TimePolicy.OFFSET, CreatePolicy.ALWAYS);
    }

    private static PracticeSettings chosen(TimePolicy policy, CreatePolicy create) {
        return chosen(Optional.empty(), policy, create);
    }

    private static PracticeSettings chosen(
            Optional<String> therapist, TimePolicy policy, CreatePolicy create) {
        return new PracticeSettings(
                therapist,
                Optional.empty(),
                policy,
                Duration.ofHours(24),
                TherapistScope.OWN,
                create,
                false,
                Optional.empty());
    }
}
