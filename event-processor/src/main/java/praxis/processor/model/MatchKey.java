package praxis.processor.model;

/** One entry of the inverted index by which the matcher finds candidates. */
public record MatchKey(String value) implements Comparable<MatchKey> {
    @Override
    public int compareTo(MatchKey other) {
        return value.compareTo(other.value);
    }

    /** Keys are made of names and addresses. */
    @Override
    public String toString() {
        return "MatchKey[redacted]";
    }
}
