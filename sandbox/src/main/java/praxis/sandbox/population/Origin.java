package praxis.sandbox.population;

/** Where a family's names come from: that decides which first names go with which last names. */
public interface Origin {
    /** A last name. */
    String family(Chance chance);

    /** A last name as a woman or a man of the family bears it. */
    String lastName(String family, Sex sex);

    String firstName(Sex sex, int birthYear, Chance chance);

    /** How many in a hundred have the first of January on their papers, whatever the day was. */
    int bornOnNewYearsDay();
}
