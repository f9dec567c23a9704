package praxis.sandbox.population;

/** As forms ask for it. */
public enum Sex {
    FEMALE("weiblich"),
    MALE("maennlich");

    private final String wireName;

    Sex(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
