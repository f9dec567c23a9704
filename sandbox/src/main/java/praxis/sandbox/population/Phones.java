package praxis.sandbox.population;

import java.util.List;

/**
 * Telephone numbers that nobody has: in the towns no subscriber's number begins with 0, and no
 * network uses the mobile block 0158.
 */
final class Phones {
    private static final List<String> TOWNS = List.of("30", "40", "69", "89");
    private static final String MOBILE = "158";
    private static final int TOWN_LENGTH = 2;
    private static final int EIGHT_DIGITS = 100_000_000;
    private static final int SEVEN_DIGITS = 10_000_000;

    private Phones() {}

    static PhoneNumber landline(Chance chance) {
        String digits = "%07d".formatted(chance.between(0, SEVEN_DIGITS - 1));
        return new PhoneNumber(chance.pick(TOWNS), "0" + digits);
    }

    static PhoneNumber mobile(Chance chance) {
        return new PhoneNumber(MOBILE, "%08d".formatted(chance.between(0, EIGHT_DIGITS - 1)));
    }

    /** The same number, written as somebody else would, or as they do on another day. */
    static String rewritten(String phone, Chance chance) {
        String digits = phone.replaceAll("\\D", "");
        int prefix = phone.startsWith("+") ? 2 : digits.startsWith("0049") ? 4 : 1;
        String national = digits.substring(prefix);
        int area = national.startsWith(MOBILE) ? MOBILE.length() : TOWN_LENGTH;
        return new PhoneNumber(national.substring(0, area), national.substring(area))
                .written(chance);
    }
}
