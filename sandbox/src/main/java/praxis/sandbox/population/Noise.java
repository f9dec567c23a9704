package praxis.sandbox.population;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What happens to somebody's particulars between two visits, and how often beside the others. */
public enum Noise {
    FIRST_NAME_TYPO(Field.FIRST_NAME, 8),
    LAST_NAME_TYPO(Field.LAST_NAME, 9),
    /** Müller, Mueller, Muller. */
    UMLAUT_SPELLING(Field.LAST_NAME, 10),
    /** Written as it is heard. */
    PHONETIC_SPELLING(Field.LAST_NAME, 8),
    MARRIED_NAME(Field.LAST_NAME, 7),
    SWAPPED_NAMES(Field.ORDER_OF_NAMES, 5),
    SWAPPED_DAY_AND_MONTH(Field.BIRTH_DATE, 5),
    BIRTH_DATE_DIGIT(Field.BIRTH_DATE, 7),
    BIRTH_DATE_MISSING(Field.BIRTH_DATE, 7),
    NEW_EMAIL(Field.EMAIL, 14),
    EMAIL_MISSING(Field.EMAIL, 6),
    NEW_PHONE(Field.PHONE, 10),
    PLACEHOLDER_EMAIL(Field.EMAIL, 2),
    PLACEHOLDER_BIRTH_DATE(Field.BIRTH_DATE, 2),
    PLACEHOLDER_NAME(Field.FIRST_NAME, 1);

    /** What it changes; nothing is changed twice. */
    enum Field {
        FIRST_NAME,
        LAST_NAME,
        ORDER_OF_NAMES,
        BIRTH_DATE,
        EMAIL,
        PHONE
    }

    /** Each as often as its weight says, so that picking is even. */
    static final List<Noise> WEIGHTED =
            Stream.of(values())
                    .flatMap(noise -> Collections.nCopies(noise.weight, noise).stream())
                    .toList();

    private final Field field;
    private final int weight;

    Noise(Field field, int weight) {
        this.field = field;
        this.weight = weight;
    }

    Field field() {
        return field;
    }

    /** As files say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
