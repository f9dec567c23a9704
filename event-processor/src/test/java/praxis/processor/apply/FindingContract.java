package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.Counted;
import praxis.processor.model.Effect;
import praxis.processor.model.MatchKey;
import praxis.processor.model.Needs;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every store brings whatever a decision on the named records may look at. */
abstract class FindingContract {
    private static final Needs NOTHING = Naming.nothing().needs();
    private static final BookingPatientId NEWCOMER = Samples.bookingPatientId("newcomer");

    private Steps steps;

    abstract BookingStore freshStore();

    @BeforeEach
    void makeStore() {
        steps = new Steps(freshStore(), 0);
    }

    @Test
    void findsOwnerOfAppointmentThatIsNamedAlone() {
        Appointment appointment = Samples.appointment("a", "p");
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutAppointment(appointment),
                new Effect.PutBookingPatient(Samples.linked("p", "anna")),
                new Effect.PutReview(
                        Samples.question(
                                "p",
                                Kind.LINK_CONTRADICTED,
                                "p",
                                Subject.contradictionOf(Samples.bookingPatientId("p")))));
        BookingState state =
                steps.load(
                        LINDENHOF,
                        Naming.nothing().appointment(appointment.bookingAppointment()).needs());
        assertThat(state.bookingPatient(Samples.bookingPatientId("p")))
                .contains(Samples.linked("p", "anna"));
        assertThat(state.openReview(Subject.contradictionOf(Samples.bookingPatientId("p"))))
                .isPresent();
    }

    @Test
    void findsParkedAppointmentsOfWhoeverSpeaks() {
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutAppointment(Samples.appointment("a", "newcomer")),
                new Effect.PutAppointment(Samples.appointment("b", "newcomer")),
                new Effect.PutAppointment(Samples.appointment("c", "other")));
        BookingState state = steps.load(LINDENHOF, Naming.nothing().speaker(NEWCOMER).needs());
        assertThat(state.allAppointmentsOf(NEWCOMER))
                .containsExactly(
                        Samples.appointment("a", "newcomer"), Samples.appointment("b", "newcomer"));
    }

    @Test
    void findsCandidatesAndAppointmentsOfWhoeverIsExpectedToBook() {
        Patient anna = Samples.patient("anna");
        BookingPatient expected =
                Samples.bookingPatient("newcomer", Standing.EXPECTED)
                        .saying(Samples.sayingEmail("anna"), Stamp.NONE);
        Appointment parked = Samples.appointment("a", "newcomer");
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutPatient(anna),
                new Effect.PutBookingPatient(expected),
                new Effect.PutAppointment(parked),
                new Effect.KeepApart(NEWCOMER, anna.id()));
        BookingState state =
                steps.load(
                        LINDENHOF,
                        Naming.nothing()
                                .person(NEWCOMER)
                                .appointment(Samples.appointmentId("b"))
                                .needs());
        assertThat(state.patient(anna.id())).contains(anna);
        assertThat(state.allAppointmentsOf(NEWCOMER)).containsExactly(parked);
        assertThat(state.isKeptApart(NEWCOMER, anna.id())).isTrue();
    }

    @Test
    void findsWhatAnotherTimePolicyWouldMove() {
        Appointment ahead = Samples.full("ahead", "p", "2026-05-01T10:00:00Z");
        Appointment past = Samples.full("past", "p", "2026-01-05T10:00:00Z");
        Appointment fixed = Samples.full("fixed", "p", "2026-05-01T10:00:00+02:00");
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutAppointment(ahead),
                new Effect.PutAppointment(past),
                new Effect.PutAppointment(fixed));
        steps.apply(
                Samples.AM_MARKT,
                NOTHING,
                new Effect.PutAppointment(Samples.full("other", "p", "2026-05-01T10:00:00Z")));
        Naming order = Naming.nothing().timePolicy(TimePolicy.LOCAL, Samples.MORNING);
        assertThat(steps.load(LINDENHOF, order.needs()).allAppointments()).contains(ahead);
    }

    @Test
    void findsWhoseLoginItIs() {
        Patient anna = Samples.patient("anna").withLogin(Optional.of("u-1"));
        steps.apply(LINDENHOF, NOTHING, new Effect.PutPatient(anna));
        Needs needs = Naming.nothing().login("u-1").login("u-2").needs();
        BookingState state = steps.load(LINDENHOF, needs);
        assertThat(state.patientWithLogin("u-1")).contains(anna.id());
        assertThat(state.patient(anna.id())).contains(anna);
        assertThat(state.patientWithLogin("u-2")).isEmpty();

        steps.apply(LINDENHOF, needs, new Effect.PutPatient(anna.withLogin(Optional.of("u-2"))));
        assertThat(steps.load(LINDENHOF, needs).patientWithLogin("u-1")).isEmpty();
        assertThat(steps.load(LINDENHOF, needs).patientWithLogin("u-2")).contains(anna.id());
    }

    @Test
    void findsCandidatesWithTheirLinks() {
        Patient anna = Samples.patient("anna");
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutPatient(anna),
                new Effect.PutBookingPatient(Samples.linked("old", "anna")),
                new Effect.PutBookingPatient(Samples.linked("older", "anna")));
        BookingState state =
                steps.load(
                        LINDENHOF,
                        Naming.nothing().speaker(NEWCOMER, Samples.sayingEmail("anna")).needs());
        assertThat(state.patientsWith(new MatchKey("email:anna@example.org")))
                .containsExactly(anna.id());
        assertThat(state.patient(anna.id())).contains(anna);
        assertThat(state.linksOf(anna.id()))
                .containsExactly(
                        Samples.bookingPatientId("old"), Samples.bookingPatientId("older"));
        assertThat(state.bookingPatient(Samples.bookingPatientId("old"))).isPresent();
    }

    @Test
    void findsPatientWhomTheSpeakerIsLinkedToWithItsOtherLinks() {
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutPatient(Samples.patient("anna")),
                new Effect.PutBookingPatient(Samples.linked("newcomer", "anna")),
                new Effect.PutBookingPatient(Samples.linked("old", "anna")));
        BookingState state = steps.load(LINDENHOF, Naming.nothing().speaker(NEWCOMER).needs());
        assertThat(state.patient(Samples.patientId("anna"))).isPresent();
        assertThat(state.linksOf(Samples.patientId("anna")))
                .containsExactly(NEWCOMER, Samples.bookingPatientId("old"));
    }

    @Test
    void findsCandidatesByWhatWasSaidBefore() {
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutPatient(Samples.patient("anna")),
                new Effect.PutBookingPatient(
                        Samples.bookingPatient("newcomer", Standing.IN_REVIEW)
                                .saying(Samples.sayingEmail("anna"), Stamp.NONE)));
        BookingState state =
                steps.load(
                        LINDENHOF,
                        Naming.nothing().speaker(NEWCOMER, PatientFields.none()).needs());
        assertThat(state.patient(Samples.patientId("anna"))).isPresent();
    }

    @Test
    void findsNobodyByKeyThatWasGivenUp() {
        Patient anna = Samples.patient("anna");
        Needs needs = Naming.nothing().whoResembles("anna").needs();
        steps.apply(LINDENHOF, NOTHING, new Effect.PutPatient(anna));
        Patient archived =
                new Patient(
                        anna.id(),
                        anna.details(),
                        anna.bookingSystemId(),
                        anna.bookingEmail(),
                        anna.therapistId(),
                        anna.userId(),
                        anna.toolFields(),
                        anna.staffFields(),
                        Optional.of(Samples.MORNING),
                        7);
        steps.apply(LINDENHOF, needs, new Effect.PutPatient(archived));
        MatchKey key = new MatchKey("email:anna@example.org");
        assertThat(steps.load(LINDENHOF, needs).patientsWith(key)).isEmpty();

        Needs linked = Naming.nothing().speaker(NEWCOMER).needs();
        steps.apply(
                LINDENHOF,
                linked,
                new Effect.PutBookingPatient(Samples.linked("newcomer", "anna")));
        assertThat(steps.load(LINDENHOF, linked).patient(anna.id())).contains(archived);
        steps.apply(LINDENHOF, linked, new Effect.PutPatient(anna));
        assertThat(steps.load(LINDENHOF, needs).patientsWith(key)).containsExactly(anna.id());
    }

    @Test
    void tellsTheSameOfTooCommonKeyHoweverManyRecordsTheRunHas() {
        List<Effect> crowd = new ArrayList<>();
        List<PatientId> ids = new ArrayList<>();
        for (int i = 0; i < BookingState.MAXIMUM_CANDIDATES + 60; i++) {
            crowd.add(new Effect.PutPatient(sharing("family " + i)));
            ids.add(Samples.patientId("family " + i));
        }
        steps.apply(LINDENHOF, NOTHING, crowd.toArray(Effect[]::new));
        List<PatientId> first =
                ids.stream().sorted().limit(BookingState.MAXIMUM_CANDIDATES).toList();
        for (int records : new int[] {1, 30, 2_000}) {
            BookingState state =
                    steps.load(
                            LINDENHOF,
                            Naming.nothing()
                                    .speaker(NEWCOMER, Samples.sayingEmail("shared"))
                                    .records(records)
                                    .needs());
            var bearers = state.patientsWith(new MatchKey("email:shared@example.org"));
            assertThat(bearers.size()).isGreaterThan(BookingState.MAXIMUM_CANDIDATES);
            assertThat(bearers.stream().limit(BookingState.MAXIMUM_CANDIDATES)).isEqualTo(first);
        }
    }

    @Test
    void knowsHowManyPatientsHaveTheNamesThatSomebodySays() {
        steps.apply(
                LINDENHOF,
                NOTHING,
                new Effect.PutPatient(called("a", "Müller")),
                new Effect.PutPatient(called("b", "Mueller")),
                new Effect.PutPatient(called("c", "Möller")));
        BookingState state = steps.load(LINDENHOF, saying("Müller"));
        assertThat(state.countOf(Counted.PATIENT)).isEqualTo(3);
        assertThat(state.countOf(Counted.lastName("mueller"))).isEqualTo(2);
        assertThat(state.countOf(Counted.lastNameSounding("657"))).isEqualTo(3);

        steps.apply(LINDENHOF, saying("Müller"), new Effect.PutPatient(called("a", "Oberhuber")));
        state = steps.load(LINDENHOF, saying("Müller"));
        assertThat(state.countOf(Counted.PATIENT)).isEqualTo(3);
        assertThat(state.countOf(Counted.lastName("mueller"))).isEqualTo(1);
    }

    @Test
    void findsWhoeverHasRareName() {
        steps.apply(LINDENHOF, NOTHING, new Effect.PutPatient(called("a", "Oberhuber")));
        BookingState state = steps.load(LINDENHOF, saying("Oberhuber"));
        assertThat(state.patient(Samples.patientId("a"))).isPresent();
    }

    private static Needs saying(String lastName) {
        PatientFields none = PatientFields.none();
        return Naming.nothing()
                .speaker(
                        NEWCOMER,
                        new PatientFields(
                                none.email(),
                                none.firstName(),
                                Field.of(lastName),
                                none.phone(),
                                none.dateOfBirth(),
                                none.gender()))
                .needs();
    }

    private static Patient called(String name, String lastName) {
        Patient plain = Samples.patient(name);
        Patient.Details known = plain.details();
        return plain.withDetails(
                new Patient.Details(
                        known.firstName(),
                        Optional.of(lastName),
                        known.email(),
                        known.phone(),
                        known.dateOfBirth(),
                        known.gender()),
                plain.toolFields());
    }

    private static Patient sharing(String name) {
        Patient plain = Samples.patient(name);
        return plain.withBooking(plain.bookingSystemId(), Optional.of("Shared@example.org"));
    }
}
