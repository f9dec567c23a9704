package praxis.processor.normalise;

import org.apache.commons.codec.language.ColognePhonetic;

/** How a word sounds in German. */
final class Phonetics {
    private static final ColognePhonetic COLOGNE = new ColognePhonetic();

    private Phonetics() {}

    /** A word without a sound of its own, in another script or of an h alone, stands for itself. */
    static String code(String foldedWord) {
        String code = COLOGNE.colognePhonetic(foldedWord);
        return code == null || code.isEmpty() ? foldedWord : code;
    }
}
