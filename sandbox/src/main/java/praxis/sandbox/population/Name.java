package praxis.sandbox.population;

/** What somebody is called. */
public record Name(String first, String last) {
    public Name withFirst(String other) {
        return new Name(other, last);
    }

    public Name withLast(String other) {
        return new Name(first, other);
    }

    /** As people fill in forms that ask for the last name first. */
    Name swapped() {
        return withFirst(last).withLast(first);
    }

    @Override
    public String toString() {
        return "Name[redacted]";
    }
}
