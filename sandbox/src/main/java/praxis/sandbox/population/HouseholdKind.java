package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.EnumSet;

/**
 * How the patients of one household belong together. The shares are of the households; together
 * they make 1 % of the patients twins, 0.3 % father and son of one name, and let 8 % share a
 * mailbox.
 */
enum HouseholdKind {
    TWINS(6.28),
    NAMESAKES(1.88),
    ONE_MAILBOX(35.85),
    FAMILY(116.3),
    SINGLE(839.69);

    private static final int OTHER_NAME = 15;
    private static final int YOUNGEST_PARENT = 25;
    private static final int OLDEST_PARENT = 70;

    private final double perMille;

    HouseholdKind(double perMille) {
        this.perMille = perMille;
    }

    static HouseholdKind any(Chance chance) {
        double at = chance.share() * 1_000;
        for (HouseholdKind kind : values()) {
            at -= kind.perMille;
            if (at < 0) {
                return kind;
            }
        }
        return SINGLE;
    }

    Household invent(Chance chance, Origin origin) {
        Household household = new Household(chance, origin);
        switch (this) {
            case TWINS -> twins(household, chance);
            case NAMESAKES -> namesakes(household, chance);
            case ONE_MAILBOX -> {
                family(household, chance.percent(60) ? 2 : 3, chance);
                household.members().forEach(member -> member.with(Trait.SHARED_MAILBOX));
            }
            case FAMILY -> family(household, 2 + (chance.percent(50) ? 0 : more(chance)), chance);
            case SINGLE -> household.add(sex(chance), Births.anyone(chance));
        }
        return household;
    }

    private static int more(Chance chance) {
        return chance.percent(60) ? 1 : 2;
    }

    private static void twins(Household household, Chance chance) {
        LocalDate born = chance.percent(60) ? Births.aged(1, 17, chance) : Births.anyone(chance);
        Household.Member first = household.add(sex(chance), born);
        first.with(Trait.TWIN).with(Trait.SHARED_MAILBOX);
        Sex sex = sex(chance);
        household
                .members()
                .add(
                        new Household.Member(
                                household.name(sex, born),
                                sex,
                                first.born(),
                                EnumSet.of(Trait.TWIN, Trait.SHARED_MAILBOX)));
    }

    private static void namesakes(Household household, Chance chance) {
        LocalDate born = Births.aged(40, 85, chance);
        Household.Member father = household.add(Sex.MALE, born).with(Trait.NAMESAKE);
        Household.Member son =
                household
                        .add(father.name(), Sex.MALE, Births.childOf(born, 20, 38, chance))
                        .with(Trait.NAMESAKE);
        if (chance.percent(50)) {
            father.with(Trait.SHARED_MAILBOX);
            son.with(Trait.SHARED_MAILBOX);
        }
    }

    private static void family(Household household, int size, Chance chance) {
        LocalDate parent = Births.aged(YOUNGEST_PARENT, OLDEST_PARENT, chance);
        Sex sex = sex(chance);
        household.add(sex, parent);
        if (chance.percent(55)) {
            partner(household, sex == Sex.MALE ? Sex.FEMALE : Sex.MALE, parent, chance);
        }
        while (household.members().size() < size) {
            household.add(sex(chance), Births.childOf(parent, 20, 42, chance));
        }
    }

    private static void partner(Household household, Sex sex, LocalDate other, Chance chance) {
        LocalDate born = Births.partnerOf(other, chance);
        if (chance.percent(OTHER_NAME)) {
            household.addWithNameOfTheirOwn(sex, born);
        } else {
            household.add(sex, born);
        }
    }

    static Sex sex(Chance chance) {
        return chance.percent(55) ? Sex.FEMALE : Sex.MALE;
    }
}
