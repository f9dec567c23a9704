package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody who may become a patient, household by household, without end. */
public final class Town {
    private static final double WITHOUT_EMAIL = 109;
    private static final double WITHOUT_PHONE = 50;
    private static final double WITHOUT_BIRTH_DATE = 10;
    private static final double WITHOUT_FIRST_NAME = 2;
    private static final int PLACEHOLDER_INSTEAD = 15;
    private static final int MOBILE_OF_THEIR_OWN = 60;
    private static final int YOUNGEST_MOBILE = 2013;

    private final Chance chance;
    private final Mailboxes mailboxes;
    private final Origins origins = new Origins();
    private final Deque<Patient> waiting = new ArrayDeque<>();
    private long count;

    public Town(long seed, Mailboxes mailboxes) {
        this.chance = Chance.of(seed, "town");
        this.mailboxes = mailboxes;
    }

    public Patient next() {
        return next(Integer.MAX_VALUE);
    }

    /** Somebody who can register: the tool's contract wants an address. */
    public Patient nextWithEmail() {
        Patient patient = next();
        while (patient.person().email().isEmpty()) {
            patient = next();
        }
        return patient;
    }

    /**
     * Of a household that comes whole or not at all.
     *
     * @param places how many more can come
     */
    Patient next(int places) {
        if (waiting.isEmpty()) {
            Household household = HouseholdKind.any(chance).invent(chance, origins.pick(chance));
            if (household.members().size() > places) {
                household = HouseholdKind.SINGLE.invent(chance, origins.pick(chance));
            }
            moveIn(household);
        }
        return waiting.remove();
    }

    private void moveIn(Household household) {
        Optional<String> shared =
                household.members().stream()
                        .filter(member -> member.traits().contains(Trait.SHARED_MAILBOX))
                        .findFirst()
                        .map(this::sharedMailbox);
        List<Optional<String>> emails = new ArrayList<>();
        for (Household.Member member : household.members()) {
            emails.add(shared.or(() -> own(member)));
        }
        for (int i = 0; i < emails.size(); i++) {
            Optional<String> others =
                    emails.size() == 1 ? Optional.empty() : emails.get((i + 1) % emails.size());
            waiting.add(patient(household, household.members().get(i), emails.get(i), others));
        }
    }

    private String sharedMailbox(Household.Member head) {
        return chance.percent(40)
                ? mailboxes.familys(head.name().last(), chance)
                : mailboxes.own(head.name(), head.born().getYear(), chance);
    }

    private Optional<String> own(Household.Member member) {
        return !member.traits().contains(Trait.NAMESAKE) && chance.perMille(WITHOUT_EMAIL)
                ? Optional.empty()
                : Optional.of(mailboxes.own(member.name(), member.born().getYear(), chance));
    }

    private Patient patient(
            Household household,
            Household.Member member,
            Optional<String> email,
            Optional<String> others) {
        Set<Trait> traits = EnumSet.copyOf(member.traits());
        count++;
        Person person =
                new Person(
                        name(member, traits),
                        member.sex(),
                        birth(member.born(), traits),
                        email.or(() -> noEmail(traits)),
                        phone(household, member, traits));
        return new Patient(
                "P" + count,
                person,
                traits,
                member.born(),
                household.home(),
                others,
                household.origin());
    }

    private Name name(Household.Member member, Set<Trait> traits) {
        if (!traits.isEmpty() || !chance.perMille(WITHOUT_FIRST_NAME)) {
            return member.name();
        }
        traits.add(Trait.PLACEHOLDER);
        return member.name().withFirst(Placeholder.NAME);
    }

    private Optional<LocalDate> birth(LocalDate born, Set<Trait> traits) {
        if (!chance.perMille(WITHOUT_BIRTH_DATE)) {
            return Optional.of(born);
        }
        traits.add(Trait.NO_BIRTH_DATE);
        return placeholder(Placeholder.BIRTH, traits);
    }

    private Optional<String> noEmail(Set<Trait> traits) {
        traits.add(Trait.NO_EMAIL);
        return placeholder(Placeholder.mailbox(chance), traits);
    }

    private Optional<String> phone(
            Household household, Household.Member member, Set<Trait> traits) {
        if (chance.perMille(WITHOUT_PHONE)) {
            traits.add(Trait.NO_PHONE);
            return placeholder(Placeholder.PHONE, traits);
        }
        boolean mobile =
                member.born().getYear() <= YOUNGEST_MOBILE && chance.percent(MOBILE_OF_THEIR_OWN);
        PhoneNumber number = mobile ? Phones.mobile(chance) : household.home();
        return Optional.of(number.written(chance));
    }

    private <T> Optional<T> placeholder(T value, Set<Trait> traits) {
        if (!chance.percent(PLACEHOLDER_INSTEAD)) {
            return Optional.empty();
        }
        traits.add(Trait.PLACEHOLDER);
        return Optional.of(value);
    }
}
