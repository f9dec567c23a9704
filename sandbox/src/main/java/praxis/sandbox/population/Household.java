package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People at one address who come to one practice, while they are being invented. */
final class Household {
    private final Chance chance;
    private final Origin origin;
    private final String family;
    private final PhoneNumber home;
    private final List<Member> members = new ArrayList<>();

    Household(Chance chance, Origin origin) {
        this.chance = chance;
        this.origin = origin;
        this.family = origin.family(chance);
        this.home = chance.percent(55) ? Phones.landline(chance) : Phones.mobile(chance);
    }

    /** Somebody of the household, and what makes them special. */
    record Member(Name name, Sex sex, LocalDate born, Set<Trait> traits) {
        Member with(Trait trait) {
            traits.add(trait);
            return this;
        }
    }

    Origin origin() {
        return origin;
    }

    PhoneNumber home() {
        return home;
    }

    List<Member> members() {
        return members;
    }

    Member add(Sex sex, LocalDate born) {
        return add(name(sex, born), sex, born);
    }

    Member add(Name name, Sex sex, LocalDate born) {
        Member member = new Member(name, sex, official(born), EnumSet.noneOf(Trait.class));
        members.add(member);
        return member;
    }

    /** Somebody who kept another name when they moved in. */
    Member addWithNameOfTheirOwn(Sex sex, LocalDate born) {
        Name name = name(sex, born).withLast(origin.lastName(origin.family(chance), sex));
        return add(name, sex, born);
    }

    /** A first name that nobody in the household has yet. */
    Name name(Sex sex, LocalDate born) {
        String first = origin.firstName(sex, born.getYear(), chance);
        while (isTaken(first)) {
            first = origin.firstName(sex, born.getYear(), chance);
        }
        return new Name(first, origin.lastName(family, sex));
    }

    private boolean isTaken(String first) {
        return members.stream().anyMatch(member -> member.name().first().equals(first));
    }

    private LocalDate official(LocalDate born) {
        return chance.percent(origin.bornOnNewYearsDay()) ? Births.onNewYearsDay(born) : born;
    }

    Optional<Member> head() {
        return members.stream().findFirst();
    }
}
