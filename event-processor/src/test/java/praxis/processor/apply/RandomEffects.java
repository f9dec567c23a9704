package praxis.processor.apply;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.CalendarFeed;
import praxis.processor.model.Effect;
import praxis.processor.model.Needs;
import praxis.processor.model.Patient;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Effects of a record that depend on nothing but its number and what the state says of the few
 * things it names, as those of a decision do, but much wilder.
 */
final class RandomEffects {
    private static final int NAMES = 9;

    private final long offset;
    private final Random random;
    private final String name;

    RandomEffects(long seed, long offset) {
        this.offset = offset;
        this.random = new Random(seed * 1_000_003 + offset);
        this.name = "n" + random.nextInt(NAMES);
    }

    PracticeId practice() {
        return offset % 3 == 0 ? Samples.AM_MARKT : Samples.LINDENHOF;
    }

    /** The person and the appointment of a name, and the patient by e-mail and by link. */
    void addTo(Naming naming) {
        naming.speaker(Samples.bookingPatientId(name), Samples.sayingEmail(name))
                .whoResembles(name)
                .appointment(Samples.appointmentId(name))
                .identity("id:" + name);
    }

    List<Effect> on(BookingState state) {
        List<Effect> effects = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            effect(state).ifPresent(effects::add);
        }
        return effects;
    }

    private Optional<Effect> effect(BookingState state) {
        return switch (random.nextInt(10)) {
            case 0 -> Optional.of(new Effect.PutPatient(patient().changedAt(offset)));
            case 1 -> Optional.of(new Effect.PutBookingPatient(person()));
            case 2 -> Optional.of(new Effect.PutAppointment(appointment(state)));
            case 3 -> Optional.of(new Effect.TakeIdentity(Samples.identity("id:" + name, offset)));
            case 4 ->
                    Optional.of(
                            new Effect.KeepApart(
                                    Samples.bookingPatientId(name),
                                    Samples.patientId("n" + random.nextInt(NAMES))));
            case 5 -> Optional.of(new Effect.PutReview(question(state)));
            case 6 -> Optional.of(new Effect.DropAppointment(Samples.appointmentId(name)));
            case 7 ->
                    Optional.of(
                            new Effect.PutCalendarFeed(
                                    new CalendarFeed(
                                            Samples.patientId(name), "hash at " + offset)));
            case 8 -> Optional.of(new Effect.DropCalendarFeed(Samples.patientId(name)));
            default -> Optional.empty();
        };
    }

    /** Always found again by its own e-mail address; others come and go. */
    private Patient patient() {
        Patient plain = random.nextBoolean() ? Samples.patient(name) : Samples.oddPatient(name);
        return plain.withBooking(
                Optional.of(Samples.bookingPatientId(name)),
                random.nextBoolean()
                        ? Optional.of("shared" + random.nextInt(3) + "@example.org")
                        : Optional.empty());
    }

    private BookingPatient person() {
        Standing standing = random(List.of(Standing.values()), random);
        BookingPatient person =
                standing == Standing.LINKED
                        ? Samples.linked(name, "n" + random.nextInt(NAMES))
                        : Samples.bookingPatient(name, standing);
        return person.saying(facts(), stamp()).changedAt(offset);
    }

    private PatientFields facts() {
        return random.nextBoolean()
                ? Samples.sayingEmail(name)
                : new PatientFields(
                        Field.cleared(),
                        Field.of(Samples.ODD),
                        Field.absent(),
                        Field.cleared(),
                        Field.absent(),
                        Field.absent());
    }

    private Stamp stamp() {
        return random.nextBoolean()
                ? Samples.stamp(random(List.of(Stamp.Kind.values()), random))
                : Stamp.NONE;
    }

    /** Its owner never changes once it has one. */
    private Appointment appointment(BookingState state) {
        Appointment next =
                state.appointment(Samples.appointmentId(name))
                                        .flatMap(Appointment::bookingPatient)
                                        .isPresent()
                                || random.nextBoolean()
                        ? Samples.appointment(name, name)
                        : Samples.bareAppointment(name);
        if (random.nextBoolean()) {
            next = next.belongingTo(Samples.patientId(name));
        }
        return next.withStatus(
                        random(List.of(AppointmentStatus.values()), random),
                        stamp(),
                        Samples.MORNING.plusMillis(offset))
                .changedAt(offset);
    }

    private ReviewItem question(BookingState state) {
        Subject subject = Subject.identityOf(Samples.bookingPatientId(name));
        Kind kind = random(List.of(Kind.values()), random);
        return state.openReview(subject)
                .map(
                        open ->
                                random.nextBoolean()
                                        ? open.closedBecause(Samples.MORNING, "why " + offset)
                                        : open.askedAgainAs(
                                                kind,
                                                List.of(),
                                                Samples.MORNING,
                                                Samples.uuid("event " + offset),
                                                Optional.empty()))
                .orElseGet(() -> Samples.question(name + " at " + offset, kind, name));
    }

    private static <T> T random(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    static Needs needs(List<RandomEffects> run) {
        Naming naming = Naming.nothing().records(run.size());
        run.forEach(each -> each.addTo(naming));
        return naming.needs();
    }
}
