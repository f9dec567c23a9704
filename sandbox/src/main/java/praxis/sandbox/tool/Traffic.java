package praxis.sandbox.tool;

import praxis.sandbox.population.Chance;
import praxis.sandbox.population.Patient;
import praxis.sandbox.population.Person;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Decides what the tool sends next. The same seed asked at the same times gives the same bytes, so
 * that what went wrong once can be made to go wrong again.
 */
public final class Traffic {
    /** A retry comes soon, so only the newest deliveries can be retried. */
    private static final int REMEMBERED_DELIVERIES = 20;

    private final Chance chance;
    private final People people;
    private final Diary diary;
    private final EventWriter writer;
    private final BrokenDeliveries broken;
    private final List<Delivery> recent = new ArrayList<>();
    private final Deque<Delivery> heldBack = new ArrayDeque<>();

    public Traffic(long seed) {
        this.chance = new Chance(seed);
        this.people = new People(seed);
        this.diary = new Diary(chance, Long.toUnsignedString(seed, Character.MAX_RADIX));
        this.writer = new EventWriter(chance, () -> diary.newId("msg"));
        this.broken = new BrokenDeliveries(chance, writer, () -> diary.newId("msg"));
    }

    public Delivery next(Instant now) {
        if (!heldBack.isEmpty() && chance.percent(30)) {
            return heldBack.poll();
        }
        Delivery delivery = take(chance.pick(Step.WEIGHTED), now);
        recent.add(delivery);
        if (recent.size() > REMEMBERED_DELIVERIES) {
            recent.removeFirst();
        }
        return delivery;
    }

    /** A step that finds nothing to work on brings a new patient instead. */
    private Delivery take(Step step, Instant now) {
        Optional<Delivery> delivery =
                switch (step) {
                    case NEW_PATIENT -> Optional.empty();
                    case FAMILY_MEMBER ->
                            diary.anyPatient()
                                    .map(each -> people.relativeOf(each.who()))
                                    .map(relative -> registered(relative, now));
                    case DOUBLE_REGISTRATION ->
                            diary.anyPatient()
                                    .map(BookedPatient::who)
                                    .map(who -> registered(who, people.again(who), now));
                    case NEW_APPOINTMENT -> diary.anyPatient().map(patient -> booked(patient, now));
                    case APPOINTMENT_AHEAD_OF_ITS_PATIENT -> Optional.of(aheadOfPatient(now));
                    case RESCHEDULE ->
                            diary.anyScheduled()
                                    .map(each -> diary.move(each, now))
                                    .map(moved -> updated(moved, now));
                    case CANCEL ->
                            diary.anyScheduled()
                                    .map(each -> diary.close(each, "cancelled"))
                                    .map(cancelled -> writer.cancellation(cancelled, now));
                    case COMPLETE ->
                            diary.anyOver(now)
                                    .map(each -> diary.close(each, "completed"))
                                    .map(completed -> updated(completed, now));
                    case CORRECT_PATIENT ->
                            diary.anyPatient().map(patient -> corrected(patient, now));
                    case DELETE_PATIENT -> diary.anyPatient().map(patient -> removed(patient, now));
                    case RETRY ->
                            recent.isEmpty() ? Optional.empty() : Optional.of(chance.pick(recent));
                    case PING -> Optional.of(writer.ping(now));
                    case BROKEN -> Optional.of(broken.next(now));
                };
        return delivery.orElseGet(() -> registered(people.stranger(), now));
    }

    private Delivery registered(Patient who, Instant now) {
        return registered(who, who.person(), now);
    }

    private Delivery registered(Patient who, Person said, Instant now) {
        return writer.patient("patient.created", diary.register(who, said), now);
    }

    private Delivery booked(BookedPatient patient, Instant now) {
        return writer.appointment("appointment.created", diary.book(patient, now), now);
    }

    private Delivery updated(BookedAppointment appointment, Instant now) {
        return writer.appointment("appointment.updated", appointment, now);
    }

    private Delivery aheadOfPatient(Instant now) {
        Patient stranger = people.stranger();
        BookedPatient patient = diary.register(stranger, stranger.person());
        heldBack.add(writer.patient("patient.created", patient, now));
        return booked(patient, now);
    }

    private Delivery corrected(BookedPatient patient, Instant now) {
        Person person =
                chance.percent(70) ? people.moved(patient.who()) : people.mistyped(patient.who());
        BookedPatient corrected = patient.saying(person);
        diary.correct(patient, corrected);
        return writer.patient("patient.updated", corrected, now);
    }

    private Delivery removed(BookedPatient patient, Instant now) {
        diary.remove(patient);
        return writer.removal(patient, now);
    }
}
