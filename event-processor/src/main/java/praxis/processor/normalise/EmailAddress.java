package praxis.processor.normalise;

import java.util.Locale;

/** An e-mail address as it is compared. */
public final class EmailAddress {
    private EmailAddress() {}

    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
