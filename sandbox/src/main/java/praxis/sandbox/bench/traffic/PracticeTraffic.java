package praxis.sandbox.bench.traffic;

import praxis.sandbox.population.Chance;
import praxis.sandbox.population.Comebacks;
import praxis.sandbox.population.Mailboxes;
import praxis.sandbox.population.Noise;
import praxis.sandbox.population.Patient;
import praxis.sandbox.population.Person;
import praxis.sandbox.population.Town;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Registrations at one practice: first of the people of its town, one after the other, and then of
 * newcomers, of whom every second one has been there before.
 */
public final class PracticeTraffic {
    /** So many of the patients can come back; evenly drawn from all. */
    private static final int REMEMBERED = 5_000;

    private final String mark;
    private final InstantSource clock;
    private final Town town;
    private final Comebacks comebacks;
    private final Chance chance;
    private final List<Patient> known = new ArrayList<>();
    private int residents;
    private long events;

    public PracticeTraffic(String mark, long seed, InstantSource clock) {
        this.mark = mark;
        this.clock = clock;
        Mailboxes mailboxes = new Mailboxes();
        this.town = new Town(seed, mailboxes);
        this.comebacks = new Comebacks(seed, mailboxes);
        this.chance = new Chance(seed);
    }

    public BenchEvent resident() {
        Patient patient = town.nextWithEmail();
        residents++;
        // Reservoir sampling: each so far is as likely to be remembered as the others.
        if (known.size() < REMEMBERED) {
            known.add(patient);
        } else {
            int at = chance.between(0, residents - 1);
            if (at < REMEMBERED) {
                known.set(at, patient);
            }
        }
        return registration(patient.person());
    }

    public BenchEvent newcomer() {
        return chance.percent(50) && !known.isEmpty()
                ? registration(
                        comebacks
                                .of(chance.pick(known), kind -> kind != Noise.EMAIL_MISSING)
                                .said())
                : registration(town.nextWithEmail().person());
    }

    /** What costs all that an event costs, but for the deciding. */
    public BenchEvent ping() {
        return event("ping", EventBody.ping(now()));
    }

    private BenchEvent registration(Person person) {
        String id = "pat-" + mark + "-" + events;
        return event("patient.created", EventBody.patient("patient.created", id, person, now()));
    }

    private BenchEvent event(String type, Bytes body) {
        events++;
        String id = "msg-" + mark + "-" + events;
        return new BenchEvent(id, SignatureScheme.STANDARD_WEBHOOKS, type, Optional.empty(), body);
    }

    private Instant now() {
        return clock.instant();
    }
}
