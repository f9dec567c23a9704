package praxis.sandbox.tool;

import praxis.sandbox.population.Comebacks;
import praxis.sandbox.population.Kin;
import praxis.sandbox.population.Mailboxes;
import praxis.sandbox.population.Noise;
import praxis.sandbox.population.Patient;
import praxis.sandbox.population.Person;
import praxis.sandbox.population.Town;

/** Those who fill in the tool's form: strangers, families, and people who are known already. */
final class People {
    private final Town town;
    private final Comebacks comebacks;
    private final Kin kin;

    People(long seed) {
        Mailboxes mailboxes = new Mailboxes();
        this.town = new Town(seed, mailboxes);
        this.comebacks = new Comebacks(seed, mailboxes);
        this.kin = new Kin(seed);
    }

    /** The form wants an address, so that people without one write another in its place. */
    Patient stranger() {
        Patient patient = town.next();
        while (patient.person().email().isEmpty()) {
            patient = town.next();
        }
        return patient;
    }

    /** Who gives the same mailbox: a twin, a child, a partner. */
    Patient relativeOf(Patient patient) {
        return kin.of(patient);
    }

    /** The same person a second time, with a slip, another address, another name. */
    Person again(Patient patient) {
        return comebacks.of(patient, kind -> kind != Noise.EMAIL_MISSING).said();
    }

    Person mistyped(Patient patient) {
        return comebacks
                .of(patient, kind -> kind == Noise.FIRST_NAME_TYPO || kind == Noise.LAST_NAME_TYPO)
                .said();
    }

    Person moved(Patient patient) {
        return comebacks.of(patient, kind -> kind == Noise.NEW_PHONE).said();
    }
}
