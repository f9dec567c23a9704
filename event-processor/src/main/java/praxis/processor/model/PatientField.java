package praxis.processor.model;

/** The fields of a patient that the booking tool may set, each with its bit in the database. */
public enum PatientField {
    FIRST_NAME(1),
    LAST_NAME(1 << 1),
    EMAIL(1 << 2),
    PHONE(1 << 3),
    DATE_OF_BIRTH(1 << 4),
    GENDER(1 << 5);

    private final int bit;

    PatientField(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** A set of fields as the bits that the database keeps. */
    public record Set(int bits) {
        public static final Set NONE = new Set(0);

        public boolean contains(PatientField field) {
            return (bits & field.bit) != 0;
        }

        public Set with(PatientField field, boolean member) {
            return new Set(member ? bits | field.bit : bits & ~field.bit);
        }
    }
}
