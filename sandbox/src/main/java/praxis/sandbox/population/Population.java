package praxis.sandbox.population;

import praxis.sandbox.population.Comebacks.Comeback;
import praxis.sandbox.population.Registration.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A practice's patients, and those who register there afterwards. Only those of whom more will be
 * heard are kept in memory.
 *
 * @param patients who are there before
 * @param returning how many of them register once more
 * @param newcomers how many register who have never been there
 */
public record Population(int patients, int returning, int newcomers, long seed) {
    /** In a hundred newcomers; as many as share a mailbox among the patients. */
    private static final int RELATIVES = 8;

    public Population {
        if (patients < 1 || returning < 0 || newcomers < 0) {
            throw new IllegalArgumentException("nobody is no population");
        }
        if (returning > patients) {
            throw new IllegalArgumentException("more return than have been there");
        }
    }

    /** Somebody who registers after the others. */
    private sealed interface Arrival {
        record Again(Patient patient) implements Arrival {}

        record Related(Patient patient) implements Arrival {}

        record Stranger() implements Arrival {}
    }

    /** First those who are there, then everybody else, mixed. */
    public void each(Consumer<Registration> taker) {
        Mailboxes mailboxes = new Mailboxes();
        Town town = new Town(seed, mailboxes);
        Chance lot = Chance.of(seed, "lot");
        List<Arrival> arrivals = new ArrayList<>();
        int wanted = returning;
        int related = 0;
        for (int left = patients; left > 0; left--) {
            Patient patient = town.next(left);
            taker.accept(known(patient));
            // Selection sampling: each remaining patient is as likely to be drawn as the others.
            if (lot.between(1, left) <= wanted) {
                arrivals.add(new Arrival.Again(patient));
                wanted--;
            }
            int relatives = newcomers * RELATIVES / 100 - related;
            if (lot.between(1, left) <= relatives && !patient.has(Trait.NO_EMAIL)) {
                arrivals.add(new Arrival.Related(patient));
                related++;
            }
        }
        for (int i = related; i < newcomers; i++) {
            arrivals.add(new Arrival.Stranger());
        }
        lot.shuffle(arrivals);
        Reception reception = new Reception(town, seed, mailboxes);
        arrivals.forEach(arrival -> taker.accept(reception.register(arrival)));
    }

    private static Registration known(Patient patient) {
        return new Registration(
                patient.id(), Role.EXISTING, Set.of(), patient.traits(), patient.person());
    }

    /** Writes down what those say who come in. */
    private static final class Reception {
        private final Town town;
        private final Comebacks comebacks;
        private final Kin kin;
        private int newcomers;

        Reception(Town town, long seed, Mailboxes mailboxes) {
            this.town = town;
            this.comebacks = new Comebacks(seed, mailboxes);
            this.kin = new Kin(seed);
        }

        Registration register(Arrival arrival) {
            return switch (arrival) {
                case Arrival.Again again -> {
                    Comeback comeback = comebacks.of(again.patient(), _ -> true);
                    yield new Registration(
                            again.patient().id(),
                            Role.RETURNING,
                            comeback.noise(),
                            again.patient().traits(),
                            comeback.said());
                }
                case Arrival.Related related -> fresh(kin.of(related.patient()));
                case Arrival.Stranger _ -> fresh(town.next(1));
            };
        }

        private Registration fresh(Patient patient) {
            newcomers++;
            return new Registration(
                    "N" + newcomers, Role.NEW, Set.of(), patient.traits(), patient.person());
        }
    }
}
