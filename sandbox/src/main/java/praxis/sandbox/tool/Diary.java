package praxis.sandbox.tool;

import praxis.sandbox.population.Chance;
import praxis.sandbox.population.Patient;
import praxis.sandbox.population.Person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tool knows: its patients and the appointments in its calendar. */
final class Diary {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final String SCHEDULED = "scheduled";

    /** The tool forgets its oldest entries, so that a long run needs no more memory. */
    private static final int MOST_ENTRIES = 2_000;

    private static final int DAYS_BACK = 2;
    private static final int DAYS_AHEAD = 60;
    private static final List<Integer> MINUTES = List.of(20, 20, 30, 30, 45, 60);

    private final Chance chance;
    private final String idMark;
    private final List<BookedPatient> patients = new ArrayList<>();
    private final List<BookedAppointment> appointments = new ArrayList<>();
    private int count;

    Diary(Chance chance, String idMark) {
        this.chance = chance;
        this.idMark = idMark;
    }

    BookedPatient register(Patient who, Person said) {
        BookedPatient patient = new BookedPatient(newId("pat"), who, said);
        keep(patients, patient);
        return patient;
    }

    BookedAppointment book(BookedPatient patient, Instant now) {
        BookedAppointment appointment =
                new BookedAppointment(
                        newId("apt"),
                        patient.id(),
                        slot(now),
                        chance.pick(MINUTES),
                        chance.pick(Offers.THERAPISTS),
                        chance.pick(Offers.SERVICES),
                        SCHEDULED,
                        chance.percent(30) ? 1 : 0);
        keep(appointments, appointment);
        return appointment;
    }

    BookedAppointment move(BookedAppointment appointment, Instant now) {
        return replace(appointment, appointment.movedTo(slot(now)));
    }

    BookedAppointment close(BookedAppointment appointment, String status) {
        return replace(appointment, appointment.withStatus(status));
    }

    void correct(BookedPatient before, BookedPatient after) {
        patients.set(patients.indexOf(before), after);
    }

    void remove(BookedPatient patient) {
        patients.remove(patient);
    }

    Optional<BookedPatient> anyPatient() {
        return any(patients);
    }

    Optional<BookedAppointment> anyScheduled() {
        return any(appointments.stream().filter(each -> each.status().equals(SCHEDULED)).toList());
    }

    Optional<BookedAppointment> anyOver(Instant now) {
        return any(
                appointments.stream()
                        .filter(each -> each.status().equals(SCHEDULED))
                        .filter(each -> each.start().isBefore(now))
                        .toList());
    }

    String newId(String kind) {
        count++;
        return kind + "-" + idMark + "-" + count;
    }

    /** A quarter of an hour in opening hours, two days back to two months ahead. */
    private Instant slot(Instant now) {
        LocalTime time = LocalTime.of(chance.between(7, 18), 15 * chance.between(0, 3));
        Duration distance = Duration.ofDays(chance.between(-DAYS_BACK, DAYS_AHEAD));
        return now.plus(distance).atZone(ZONE).with(time).toInstant();
    }

    private BookedAppointment replace(BookedAppointment before, BookedAppointment after) {
        appointments.set(appointments.indexOf(before), after);
        return after;
    }

    private <T> Optional<T> any(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(chance.pick(choices));
    }

    private static <T> void keep(List<T> entries, T entry) {
        entries.add(entry);
        if (entries.size() > MOST_ENTRIES) {
            entries.removeFirst();
        }
    }
}
