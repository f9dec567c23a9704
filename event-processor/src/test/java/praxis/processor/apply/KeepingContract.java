package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.processor.apply.Samples.LINDENHOF;
import static praxis.processor.apply.Samples.MORNING;
import static praxis.processor.apply.Samples.ODD;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.Directory;
import praxis.processor.model.Effect;
import praxis.processor.model.Needs;
import praxis.processor.model.Patient;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.processor.model.Settings;
import praxis.schemas.command.BookingToolUrl;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.Therapist;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every store hands back what it was given: each kind of thing, each state of each field. */
abstract class KeepingContract {
    private static final Needs NOTHING = Naming.nothing().needs();

    private Steps steps;

    abstract BookingStore freshStore();

    @BeforeEach
    void makeStore() {
        steps = new Steps(freshStore(), 0);
    }

    @Test
    void keepsPatientsFullAndBare() {
        Patient bare = Samples.patient("bare");
        Patient odd = Samples.oddPatient("odd");
        steps.apply(LINDENHOF, NOTHING, new Effect.PutPatient(bare), new Effect.PutPatient(odd));
        BookingState state =
                steps.load(LINDENHOF, Naming.nothing().whoResembles("bare", "odd").needs());
        assertThat(state.patient(bare.id())).contains(bare);
        assertThat(state.patient(odd.id())).contains(odd);
    }

    @Test
    void keepsChangedPatientInItsLastForm() {
        Needs needs = Naming.nothing().whoResembles("anna").needs();
        steps.apply(LINDENHOF, NOTHING, new Effect.PutPatient(Samples.patient("anna")));
        Patient changed = Samples.oddPatient("anna").changedAt(17);
        steps.apply(
                LINDENHOF,
                needs,
                new Effect.PutPatient(Samples.patient("anna").changedAt(16)),
                new Effect.PutPatient(changed));
        assertThat(steps.load(LINDENHOF, needs).patient(changed.id())).contains(changed);
    }

    @Test
    void letsLoginsMoveInOneBatchFromOneToAnotherAndToNewcomers() {
        Needs needs =
                Naming.nothing()
                        .patient(Samples.patientId("anna"))
                        .patient(Samples.patientId("beate"))
                        .needs();
        steps.apply(LINDENHOF, NOTHING, withLogin("anna", "one"), withLogin("beate", "two"));
        steps.apply(
                LINDENHOF,
                needs,
                withLogin("anna", null),
                withLogin("beate", "one"),
                withLogin("anna", "two"));
        assertThat(loginOf("anna")).contains("two");
        assertThat(loginOf("beate")).contains("one");

        steps.apply(LINDENHOF, needs, withLogin("beate", null), withLogin("clara", "one"));
        assertThat(loginOf("beate")).isEmpty();
        assertThat(loginOf("clara")).contains("one");
    }

    private static Effect withLogin(String name, @Nullable String login) {
        return new Effect.PutPatient(Samples.patient(name).withLogin(Optional.ofNullable(login)));
    }

    private Optional<String> loginOf(String name) {
        Needs needs = Naming.nothing().patient(Samples.patientId(name)).needs();
        return steps.load(LINDENHOF, needs)
                .patient(Samples.patientId(name))
                .flatMap(Patient::userId);
    }

    @Test
    void keepsEachFieldOfBookingPatientAbsentClearedOrSet() {
        List<PatientFields> facts =
                List.of(
                        PatientFields.none(),
                        new PatientFields(
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared()),
                        new PatientFields(
                                Field.of(ODD),
                                Field.of(ODD),
                                Field.of(""),
                                Field.of("0049 \u0001"),
                                Field.of(LocalDate.of(1, 1, 1)),
                                Field.of(Gender.FEMALE)),
                        new PatientFields(
                                Field.absent(),
                                Field.cleared(),
                                Field.of("nur dieser"),
                                Field.absent(),
                                Field.cleared(),
                                Field.of(Gender.UNKNOWN)));
        for (int i = 0; i < facts.size(); i++) {
            String name = "person " + i;
            BookingPatient person =
                    Samples.bookingPatient(name, Standing.IN_REVIEW)
                            .saying(facts.get(i), Samples.stamp(Stamp.Kind.VERSION));
            steps.apply(LINDENHOF, NOTHING, new Effect.PutBookingPatient(person));
            assertThat(loadPerson(name)).contains(person);
        }
    }

    @Test
    void keepsEachStandingAndItsChange() {
        Needs needs = Naming.nothing().person(Samples.bookingPatientId("p")).needs();
        for (Standing standing : Standing.values()) {
            BookingPatient person =
                    standing == Standing.LINKED
                            ? Samples.linked("p", "anna")
                            : Samples.bookingPatient("p", standing);
            steps.apply(LINDENHOF, needs, new Effect.PutBookingPatient(person));
            assertThat(loadPerson("p")).contains(person);
        }
    }

    private Optional<BookingPatient> loadPerson(String name) {
        BookingPatientId id = Samples.bookingPatientId(name);
        return steps.load(LINDENHOF, Naming.nothing().person(id).needs()).bookingPatient(id);
    }

    @Test
    void keepsEachFieldOfAppointmentAbsentClearedOrSet() {
        Appointment bare = Samples.bareAppointment("a");
        keepsAppointment(bare);
        keepsAppointment(
                with(
                        bare,
                        new Appointment.Content(
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared())));
        Appointment full = Samples.appointment("a", "p");
        keepsAppointment(full);
        keepsAppointment(full.belongingTo(Samples.patientId("anna")));
        keepsAppointment(full.withStatus(AppointmentStatus.COMPLETED, Stamp.NONE, MORNING));
        keepsAppointment(full.withStatus(AppointmentStatus.CANCELLED, full.stamp(), MORNING));
    }

    private void keepsAppointment(Appointment appointment) {
        Needs needs = Naming.nothing().appointment(appointment.bookingAppointment()).needs();
        steps.apply(LINDENHOF, needs, new Effect.PutAppointment(appointment));
        assertThat(steps.load(LINDENHOF, needs).appointment(appointment.bookingAppointment()))
                .contains(appointment);
    }

    private static Appointment with(Appointment other, Appointment.Content content) {
        return new Appointment(
                other.id(),
                other.bookingAppointment(),
                other.bookingPatient(),
                other.patient(),
                content,
                other.status(),
                other.announced(),
                other.syncedAt(),
                other.stamp(),
                other.statusStamp(),
                other.changedOffset());
    }

    @Test
    void keepsTakenIdentitiesAndWhoTookThemLast() {
        Needs needs = Naming.nothing().identity("id:" + ODD).identity("body:00").needs();
        steps.apply(
                LINDENHOF,
                needs,
                new Effect.TakeIdentity(Samples.identity("id:" + ODD, 0)),
                new Effect.TakeIdentity(Samples.identity("body:00", 0)));
        steps.apply(LINDENHOF, needs, new Effect.TakeIdentity(Samples.identity("body:00", 1)));
        BookingState state = steps.load(LINDENHOF, needs);
        assertThat(state.identity("id:" + ODD)).contains(Samples.identity("id:" + ODD, 0));
        assertThat(state.identity("body:00")).contains(Samples.identity("body:00", 1));
        assertThat(state.identity("body:01")).isEmpty();
    }

    @Test
    void keepsQuestionsOpenUntilTheyAreClosed() {
        BookingPatientId person = Samples.bookingPatientId("p");
        Needs needs = Naming.nothing().person(person).needs();
        Subject subject = Subject.identityOf(person);
        ReviewItem asked = Samples.question("p", Kind.UNKNOWN_PATIENT, "p");
        steps.apply(LINDENHOF, needs, new Effect.PutReview(asked));
        assertThat(steps.load(LINDENHOF, needs).openReview(subject)).contains(asked);

        ReviewItem again =
                asked.askedAgainAs(
                        Kind.AMBIGUOUS,
                        List.of(
                                new Candidate(
                                        Samples.patientId("anna"),
                                        List.of("email", "last_name"),
                                        List.of()),
                                new Candidate(Samples.patientId("beate"), List.of(), List.of(ODD))),
                        MORNING.plusSeconds(1),
                        Samples.uuid("later"),
                        Optional.of(new ReviewItem.Proposal("{}", MORNING, "id:p")));
        steps.apply(LINDENHOF, needs, new Effect.PutReview(again));
        assertThat(steps.load(LINDENHOF, needs).openReview(subject)).contains(again);

        steps.apply(LINDENHOF, needs, new Effect.PutReview(again.closedBecause(MORNING, "linked")));
        assertThat(steps.load(LINDENHOF, needs).openReview(subject)).isEmpty();
    }

    @Test
    void letsOneQuestionFollowAnotherOnTheSameSubjectAtOnce() {
        BookingPatientId person = Samples.bookingPatientId("p");
        Needs needs = Naming.nothing().person(person).needs();
        Subject subject = Subject.identityOf(person);
        ReviewItem first = Samples.question("first", Kind.EMAIL_ONLY, "p");
        ReviewItem second = Samples.question("second", Kind.EMAIL_SHARED, "p");
        steps.apply(LINDENHOF, needs, new Effect.PutReview(first));
        steps.apply(
                LINDENHOF,
                needs,
                new Effect.PutReview(first.closedBecause(MORNING, ODD)),
                new Effect.PutReview(second),
                new Effect.PutReview(second.closedBecause(MORNING, "")),
                new Effect.PutReview(Samples.question("third", Kind.AMBIGUOUS, "p")));
        assertThat(steps.load(LINDENHOF, needs).openReview(subject))
                .map(ReviewItem::kind)
                .contains(Kind.AMBIGUOUS);
    }

    @Test
    void keepsSettingsInTheirLastForm() {
        PracticeSettings wanted =
                new PracticeSettings(
                        Optional.of("therapist|" + ODD),
                        BookingToolUrl.read("https://termine.example.org:8443/a?b=c"),
                        TimePolicy.LOCAL,
                        Duration.ofSeconds(1),
                        TherapistScope.PRACTICE,
                        CreatePolicy.ASK,
                        true,
                        Optional.of(77));
        Settings changed = Settings.DEFAULT.choosing(wanted);
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.ChangeSettings(Settings.DEFAULT),
                new Effect.ChangeSettings(changed));
        assertThat(steps.load(LINDENHOF, NOTHING).settings()).isEqualTo(changed);
        assertThat(steps.load(Samples.AM_MARKT, NOTHING).settings()).isEqualTo(Settings.DEFAULT);

        Settings back = changed.choosing(PracticeSettings.DEFAULT);
        steps.apply(LINDENHOF, NOTHING, new Effect.ChangeSettings(back));
        assertThat(steps.load(LINDENHOF, NOTHING).settings()).isEqualTo(back);
    }

    @Test
    void keepsTherapistsThatWereNamedLast() {
        Needs directory = Naming.nothing().directory().needs();
        Therapist eva = new Therapist("t1", ODD, List.of("Dr. Eva", ODD));
        Therapist nameless = new Therapist("t0", "Nora", List.of());
        steps.apply(
                LINDENHOF,
                directory,
                new Effect.PutDirectory(new Directory(List.of(eva, nameless))));
        steps.apply(
                Samples.AM_MARKT,
                directory,
                new Effect.PutDirectory(new Directory(List.of(nameless))));
        assertThat(steps.load(LINDENHOF, directory).directory().therapists())
                .containsExactly(nameless, eva);

        steps.apply(
                LINDENHOF, directory, new Effect.PutDirectory(new Directory(List.of(nameless))));
        assertThat(steps.load(LINDENHOF, directory).directory().therapists())
                .containsExactly(nameless);
        steps.apply(LINDENHOF, directory, new Effect.PutDirectory(Directory.EMPTY));
        assertThat(steps.load(LINDENHOF, directory).directory()).isEqualTo(Directory.EMPTY);
        assertThat(steps.load(Samples.AM_MARKT, directory).directory().has("t0")).isTrue();
    }

    @Test
    void keepsPairsApart() {
        BookingPatientId person = Samples.bookingPatientId(ODD);
        Needs needs = Naming.nothing().speaker(person).needs();
        Effect apart = new Effect.KeepApart(person, Samples.patientId("anna"));
        steps.apply(LINDENHOF, needs, apart);
        steps.apply(LINDENHOF, needs, apart);
        BookingState state = steps.load(LINDENHOF, needs);
        assertThat(state.isKeptApart(person, Samples.patientId("anna"))).isTrue();
        assertThat(state.isKeptApart(person, Samples.patientId("beate"))).isFalse();
    }
}
