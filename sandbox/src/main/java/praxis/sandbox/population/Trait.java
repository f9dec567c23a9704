package praxis.sandbox.population;

import java.util.Locale;

/** What makes somebody hard to tell from others, or leaves little to tell them by. */
public enum Trait {
    /** Another patient has the same birth date, last name, telephone and mailbox. */
    TWIN,
    /** A father and a son of one name. */
    NAMESAKE,
    /** Somebody else in the practice has the same e-mail address. */
    SHARED_MAILBOX,
    NO_EMAIL,
    NO_PHONE,
    NO_BIRTH_DATE,
    /** A value that only stands for "not known". */
    PLACEHOLDER;

    /** As files say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
