package praxis.sandbox.population;

import java.util.List;

/** Names that came from elsewhere, with first names of the same language. */
final class ForeignNames implements Origin {
    private static final double LAST_NAME_SHIFT = 6;
    private static final double FIRST_NAME_SHIFT = 6;
    private static final int DOUBLE = 3;

    private final Frequencies last;
    private final Frequencies women;
    private final Frequencies men;
    private final List<Ending> endings;
    private final int bornOnNewYearsDay;

    /** How a man's name ends, and how a woman's then does. */
    record Ending(String man, String woman) {
        String of(Sex sex) {
            return sex == Sex.FEMALE ? woman : man;
        }

        String change(String name, Sex from, Sex to) {
            return name.substring(0, name.length() - of(from).length()) + of(to);
        }
    }

    ForeignNames(String file, List<Ending> endings, int bornOnNewYearsDay) {
        NameBook book = NameBook.read(file);
        last = new Frequencies(book.list("last"), LAST_NAME_SHIFT);
        women = new Frequencies(book.list("women"), FIRST_NAME_SHIFT);
        men = new Frequencies(book.list("men"), FIRST_NAME_SHIFT);
        this.endings = List.copyOf(endings);
        this.bornOnNewYearsDay = bornOnNewYearsDay;
    }

    @Override
    public String family(Chance chance) {
        String name = last.pick(chance);
        return chance.percent(DOUBLE) ? name + "-" + last.pick(chance) : name;
    }

    @Override
    public String lastName(String family, Sex sex) {
        return endings.stream()
                .filter(ending -> family.endsWith(ending.of(other(sex))))
                .findFirst()
                .map(ending -> ending.change(family, other(sex), sex))
                .orElse(family);
    }

    private static Sex other(Sex sex) {
        return sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
    }

    @Override
    public String firstName(Sex sex, int birthYear, Chance chance) {
        return (sex == Sex.FEMALE ? women : men).pick(chance);
    }

    @Override
    public int bornOnNewYearsDay() {
        return bornOnNewYearsDay;
    }
}
