package praxis.sandbox.bench.traffic;

import praxis.sandbox.population.Mailboxes;
import praxis.sandbox.population.Person;
import praxis.sandbox.population.Town;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the booking tool of one practice sends, its patients being those of an invented town: five
 * events on appointments for each on a patient; of these most are new, some changed, some
 * cancelled, and a few come twice. Half of it is signed by each scheme. Not safe for use by several
 * threads.
 */
public final class BenchTraffic implements Events {
    private static final int IN_A_HUNDRED = 100;
    private static final int ONE_IN_SIX = 6;
    private static final int NEW_PATIENTS = 90;
    private static final int NEW_APPOINTMENTS = 78;
    private static final int MOVED = NEW_APPOINTMENTS + 12;
    private static final int CANCELLED = MOVED + 8;

    /** Only entries this young are changed: the generator shall not need the machine's memory. */
    private static final int REMEMBERED = 5_000;

    private static final int DAYS_AHEAD = 60;
    private static final int MINUTES = 30;
    private static final int SEVEN_DIGITS = 10_000_000;
    private static final List<String> THERAPISTS =
            List.of("Clara Sommer", "Dr. Jens Winter", "Nele Herbst", "Tom Lenz");
    private static final List<String> OFFERS =
            List.of("Krankengymnastik", "Manuelle Therapie", "Lymphdrainage", "Massage");

    private final String mark;
    private final Random random;
    private final Town town;
    private final InstantSource clock;
    private final List<Person> visitors = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<BenchEvent> sent = new ArrayList<>();
    private long visitorCount;
    private long bookingCount;
    private long eventCount;

    /**
     * The same mark and seed give the same events, times aside.
     *
     * @param mark stands in every id, so that two of these never name the same thing
     */
    public BenchTraffic(String mark, long seed, InstantSource clock) {
        this.mark = mark;
        this.random = new Random(seed);
        this.town = new Town(seed, new Mailboxes());
        this.clock = clock;
    }

    @Override
    public BenchEvent next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (visitors.isEmpty() || random.nextInt(ONE_IN_SIX) == 0) {
            return remembered(patient(now));
        }
        int dice = random.nextInt(IN_A_HUNDRED);
        if (bookings.isEmpty() || dice < NEW_APPOINTMENTS) {
            return remembered(booked(now));
        }
        if (dice < MOVED) {
            return remembered(moved(now));
        }
        return dice < CANCELLED ? remembered(cancelled(now)) : any(sent);
    }

    /** Always a new appointment of somebody known, so that it is known what to look for. */
    public BenchEvent nextNewAppointment() {
        if (visitors.isEmpty()) {
            throw new IllegalStateException("nobody has registered yet");
        }
        return booked(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private BenchEvent patient(Instant now) {
        if (!visitors.isEmpty() && random.nextInt(IN_A_HUNDRED) >= NEW_PATIENTS) {
            int at = random.nextInt(visitors.size());
            Person moved = visitors.get(at).withPhone(Optional.of(phone()));
            visitors.set(at, moved);
            String id = patientId(visitorCount - visitors.size() + at);
            return patientEvent("patient.updated", id, moved, now);
        }
        Person visitor = town.nextWithEmail().person();
        String id = patientId(visitorCount);
        visitorCount++;
        keep(visitors, visitor);
        return patientEvent("patient.created", id, visitor, now);
    }

    private BenchEvent booked(Instant now) {
        Booking booking =
                new Booking(
                        "apt-" + mark + "-" + bookingCount,
                        patientId(visitorCount - 1 - random.nextInt(visitors.size())),
                        slot(now),
                        MINUTES,
                        any(THERAPISTS),
                        any(OFFERS),
                        1,
                        false);
        bookingCount++;
        keep(bookings, booking);
        return appointmentEvent("appointment.created", booking, now);
    }

    private BenchEvent moved(Instant now) {
        int at = random.nextInt(bookings.size());
        Booking moved = bookings.get(at).movedTo(slot(now));
        bookings.set(at, moved);
        return appointmentEvent("appointment.updated", moved, now);
    }

    private BenchEvent cancelled(Instant now) {
        Booking cancelled = bookings.remove(random.nextInt(bookings.size())).cancel();
        if (random.nextBoolean()) {
            return appointmentEvent("appointment.cancelled", cancelled, now);
        }
        Bytes body = EventBody.cancellationById(cancelled, now);
        return event("appointment.cancelled", Optional.of(cancelled), body);
    }

    private BenchEvent patientEvent(String type, String id, Person visitor, Instant now) {
        return event(type, Optional.empty(), EventBody.patient(type, id, visitor, now));
    }

    private BenchEvent appointmentEvent(String type, Booking booking, Instant now) {
        return event(type, Optional.of(booking), EventBody.appointment(type, booking, now));
    }

    private BenchEvent event(String type, Optional<Booking> appointment, Bytes body) {
        SignatureScheme scheme =
                random.nextBoolean() ? SignatureScheme.STANDARD_WEBHOOKS : SignatureScheme.BODY;
        eventCount++;
        return new BenchEvent("msg-" + mark + "-" + eventCount, scheme, type, appointment, body);
    }

    private BenchEvent remembered(BenchEvent event) {
        if (sent.size() == REMEMBERED) {
            sent.clear();
        }
        sent.add(event);
        return event;
    }

    /** Another one that nobody has: no subscriber's number begins with 0. */
    private String phone() {
        return "+49 30 0%07d".formatted(random.nextInt(SEVEN_DIGITS));
    }

    private String patientId(long number) {
        return "pat-" + mark + "-" + number;
    }

    private Instant slot(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofHours(1L + random.nextInt(DAYS_AHEAD * 24)));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Forgets the oldest half at once: cheap, and still one after the other. */
    private static <T> void keep(List<T> entries, T entry) {
        entries.add(entry);
        if (entries.size() > REMEMBERED) {
            entries.subList(0, REMEMBERED / 2).clear();
        }
    }
}
