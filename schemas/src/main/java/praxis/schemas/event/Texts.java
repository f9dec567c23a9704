package praxis.schemas.event;

/** What holds of every text that is read from outside. */
final class Texts {
    private Texts() {}

    /** In code points, as JSON Schema and PostgreSQL count. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** PostgreSQL's text has no U+0000, and UTF-8 has no lone surrogates. */
    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(Texts::isUnstorable);
    }

    // A surrogate that shows up as a code point of its own has no partner.
    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
