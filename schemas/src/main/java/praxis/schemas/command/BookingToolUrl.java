package praxis.schemas.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * An address that links may lead people to: https, absolute, without a login or a fragment, so that
 * a name can be added as a parameter.
 */
public record BookingToolUrl(String value) {
    /** Browsers and proxies take at least this much. */
    public static final int LONGEST = 1_000;

    public static final String RULE =
            "An address with https and a host, without login or fragment, of at most "
                    + LONGEST
                    + " characters of ASCII.";

    private static final int HIGHEST_PORT = 65_535;

    public BookingToolUrl {
        if (!isUsable(value)) {
            throw new IllegalArgumentException("not an address that links may lead to");
        }
    }

    /** Empty for what is not such an address. */
    public static Optional<BookingToolUrl> read(String text) {
        return isUsable(text) ? Optional.of(new BookingToolUrl(text)) : Optional.empty();
    }

    private static boolean isUsable(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(BookingToolUrl::isPlain)) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= HIGHEST_PORT;
        } catch (URISyntaxException refused) {
            return false;
        }
    }

    /** Signs that can be seen, but for those that end an attribute or begin an element. */
    private static boolean isPlain(int letter) {
        return letter > ' ' && letter < 0x7f && "\"'<>\\`".indexOf(letter) < 0;
    }
}
