package praxis.processor.model;

import java.util.UUID;

/** Our own id of a patient; in the order of its bytes, which is PostgreSQL's too. */
public record PatientId(UUID value) implements Comparable<PatientId> {
    // Not UUID's own order: that takes both halves for signed numbers, so that the first of many
    // candidates here would not be the first ones there.
    @Override
    public int compareTo(PatientId other) {
        int most =
                Long.compareUnsigned(
                        value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return most != 0
                ? most
                : Long.compareUnsigned(
                        value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
