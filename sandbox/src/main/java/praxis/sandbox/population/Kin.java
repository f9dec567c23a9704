package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Brings people who have never been here, but whose family has: they read the same mailbox. */
public final class Kin {
    private static final int TWINS = 13;
    private static final int NAMESAKES = 4;
    private static final int PARTNERS = 25;
    private static final int WITHOUT_BIRTH_DATE = 10;
    private static final int LATEST_ADULT_BIRTH = 2005;

    private final Chance chance;
    private long count;

    public Kin(long seed) {
        this.chance = Chance.of(seed, "kin");
    }

    /** A twin, a son of the same name, a partner or a child, who gives the patient's mailbox. */
    public Patient of(Patient patient) {
        boolean adult = patient.born().getYear() <= LATEST_ADULT_BIRTH;
        int dice = chance.between(0, 99);
        if (dice < TWINS && patient.person().birth().equals(Optional.of(patient.born()))) {
            return relative(patient, HouseholdKind.sex(chance), patient.born(), Trait.TWIN);
        }
        LocalDate later = Births.childOf(patient.born(), 20, 38, chance);
        if (dice < TWINS + NAMESAKES && adult && patient.person().sex() == Sex.MALE) {
            Patient son = relative(patient, Sex.MALE, later, Trait.NAMESAKE);
            return son.saying(son.person().withName(patient.person().name()));
        }
        if (dice < TWINS + NAMESAKES + PARTNERS && adult) {
            Sex sex = patient.person().sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE;
            return relative(patient, sex, Births.partnerOf(patient.born(), chance));
        }
        Patient child =
                relative(patient, HouseholdKind.sex(chance), adult ? later : sibling(patient));
        return chance.percent(WITHOUT_BIRTH_DATE)
                ? child.saying(child.person().withBirth(Optional.empty()))
                : child;
    }

    /** Of another year, so that it is no twin. */
    private LocalDate sibling(Patient patient) {
        return Births.childOf(patient.born(), -6, -2, chance);
    }

    private Patient relative(Patient patient, Sex sex, LocalDate born, Trait... traits) {
        Name name = patient.person().name();
        String first = name.first();
        while (first.equals(name.first())) {
            first = patient.origin().firstName(sex, born.getYear(), chance);
        }
        Set<Trait> all = EnumSet.of(Trait.SHARED_MAILBOX, traits);
        Person person =
                new Person(
                        new Name(first, patient.origin().lastName(name.last(), sex)),
                        sex,
                        Optional.of(born),
                        patient.person().email(),
                        Optional.of(patient.home().written(chance)));
        count++;
        return new Patient(
                "K" + count, person, all, born, patient.home(), Optional.empty(), patient.origin());
    }
}
