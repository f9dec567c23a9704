package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Lets patients come back as strangers: under their name, more or less, and with some noise. */
public final class Comebacks {
    private static final int TWO_KINDS = 50;

    /** Enough to find two kinds of any; of a few possible ones none may fit. */
    private static final int ATTEMPTS = 500;

    private static final int LATEST_MARRIED_BIRTH = 2005;

    private final Chance chance;
    private final Mailboxes mailboxes;

    public Comebacks(long seed, Mailboxes mailboxes) {
        this.chance = Chance.of(seed, "comebacks");
        this.mailboxes = mailboxes;
    }

    /** What they now say, and what is wrong or new with it. */
    public record Comeback(Person said, Set<Noise> noise) {
        public Comeback {
            noise = Set.copyOf(noise);
        }

        @Override
        public String toString() {
            return "Comeback" + noise;
        }
    }

    /**
     * With one or two kinds of noise, as far as any can be. What the card file had not known may be
     * said now.
     *
     * @param possible the kinds that may happen
     */
    public Comeback of(Patient patient, Predicate<Noise> possible) {
        Person said = fillIn(patient);
        Set<Noise> noise = EnumSet.noneOf(Noise.class);
        int wanted = chance.percent(TWO_KINDS) ? 2 : 1;
        for (int i = 0; i < ATTEMPTS && noise.size() < wanted; i++) {
            Noise kind = chance.pick(Noise.WEIGHTED);
            if (possible.test(kind)
                    && noise.stream().noneMatch(each -> each.field() == kind.field())) {
                Optional<Person> noisy = apply(kind, said, patient);
                said = noisy.orElse(said);
                noisy.ifPresent(_ -> noise.add(kind));
            }
        }
        return new Comeback(anew(said), noise);
    }

    /** Nobody stands in a form as they stand in a card file that knew nothing. */
    private Person fillIn(Patient patient) {
        Person person = patient.person();
        if (patient.has(Trait.NO_EMAIL)) {
            person =
                    person.withEmail(
                            chance.percent(70)
                                    ? Optional.of(newMailbox(patient))
                                    : Optional.empty());
        }
        if (patient.has(Trait.NO_PHONE)) {
            person =
                    person.withPhone(
                            chance.percent(50) ? Optional.of(newPhone()) : Optional.empty());
        }
        if (patient.has(Trait.NO_BIRTH_DATE)) {
            person = person.withBirth(Optional.of(patient.born()));
        }
        return person;
    }

    private Optional<Person> apply(Noise kind, Person person, Patient patient) {
        Name name = person.name();
        return switch (kind) {
            case FIRST_NAME_TYPO ->
                    Slips.typo(name.first(), chance).map(name::withFirst).map(person::withName);
            case LAST_NAME_TYPO ->
                    Slips.typo(name.last(), chance).map(name::withLast).map(person::withName);
            case UMLAUT_SPELLING ->
                    Slips.otherUmlauts(name.last(), chance)
                            .map(name::withLast)
                            .or(() -> Slips.otherUmlauts(name.first(), chance).map(name::withFirst))
                            .map(person::withName);
            case PHONETIC_SPELLING ->
                    Slips.asHeard(name.last(), chance).map(name::withLast).map(person::withName);
            case MARRIED_NAME -> married(name, patient).map(person::withName);
            case SWAPPED_NAMES -> Optional.of(person.withName(name.swapped()));
            case SWAPPED_DAY_AND_MONTH -> birth(person, person.birth().flatMap(Slips::dayForMonth));
            case BIRTH_DATE_DIGIT ->
                    birth(person, person.birth().flatMap(date -> Slips.wrongDigit(date, chance)));
            case BIRTH_DATE_MISSING -> person.birth().map(_ -> person.withBirth(Optional.empty()));
            case NEW_EMAIL ->
                    person.email().map(_ -> person.withEmail(Optional.of(otherMailbox(patient))));
            case EMAIL_MISSING -> person.email().map(_ -> person.withEmail(Optional.empty()));
            case NEW_PHONE -> person.phone().map(_ -> person.withPhone(Optional.of(newPhone())));
            case PLACEHOLDER_EMAIL ->
                    Optional.of(person.withEmail(Optional.of(Placeholder.mailbox(chance))));
            case PLACEHOLDER_BIRTH_DATE ->
                    Optional.of(person.withBirth(Optional.of(Placeholder.BIRTH)));
            case PLACEHOLDER_NAME -> Optional.of(person.withName(name.withFirst(Placeholder.NAME)));
        };
    }

    private static Optional<Person> birth(Person person, Optional<LocalDate> other) {
        return other.map(date -> person.withBirth(Optional.of(date)));
    }

    /** Mostly women; most take the other name, some put it beside their own. */
    private Optional<Name> married(Name name, Patient patient) {
        boolean may =
                patient.born().getYear() <= LATEST_MARRIED_BIRTH
                        && (patient.person().sex() == Sex.FEMALE || chance.percent(20));
        Sex sex = patient.person().sex();
        String other = patient.origin().lastName(patient.origin().family(chance), sex);
        if (!may || other.equals(name.last()) || other.contains("-") || name.last().contains("-")) {
            return Optional.empty();
        }
        return Optional.of(
                name.withLast(
                        switch (chance.between(0, 4)) {
                            case 0 -> name.last() + "-" + other;
                            case 1 -> other + "-" + name.last();
                            default -> other;
                        }));
    }

    private String otherMailbox(Patient patient) {
        return patient.familyMailbox()
                .filter(_ -> chance.percent(15))
                .filter(mailbox -> !patient.person().email().equals(Optional.of(mailbox)))
                .orElseGet(() -> newMailbox(patient));
    }

    private String newMailbox(Patient patient) {
        return mailboxes.own(patient.person().name(), patient.born().getYear(), chance);
    }

    private String newPhone() {
        return Phones.mobile(chance).written(chance);
    }

    /** Nobody writes a number or an address twice in the same way. */
    private Person anew(Person person) {
        return person.withPhone(person.phone().map(this::rewritten))
                .withEmail(person.email().map(this::inAnyCase));
    }

    private String rewritten(String phone) {
        return phone.equals(Placeholder.PHONE) ? phone : Phones.rewritten(phone, chance);
    }

    private String inAnyCase(String email) {
        return chance.percent(8)
                ? email.substring(0, 1).toUpperCase(Locale.ROOT) + email.substring(1)
                : email;
    }
}
