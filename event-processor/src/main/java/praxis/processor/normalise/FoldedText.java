package praxis.processor.normalise;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text without what people leave out or write in another way. */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");

    /** Letters of their own, not made of a plain one and a mark. */
    private static final Map<Character, String> SPELLED_OUT =
            Map.ofEntries(
                    Map.entry('ä', "ae"),
                    Map.entry('ö', "oe"),
                    Map.entry('ü', "ue"),
                    Map.entry('ß', "ss"),
                    Map.entry('æ', "ae"),
                    Map.entry('œ', "oe"),
                    Map.entry('ø', "oe"),
                    Map.entry('ł', "l"),
                    Map.entry('đ', "d"),
                    Map.entry('ð', "d"),
                    Map.entry('þ', "th"),
                    Map.entry('ı', "i"));

    private FoldedText() {}

    /** Lower case, ä as ae, ß as ss, other accents dropped, only letters and digits left. */
    public static String of(String text) {
        return text.chars().allMatch(FoldedText::isPlain)
                ? text.toLowerCase(Locale.ROOT)
                : NO_LETTERS.matcher(plain(text)).replaceAll("");
    }

    /** The same word by word; an apostrophe parts no word. */
    static List<String> words(String text) {
        if (text.chars().allMatch(FoldedText::isPlain)) {
            return text.isEmpty() ? List.of() : List.of(text.toLowerCase(Locale.ROOT));
        }
        return NO_LETTERS
                .splitAsStream(APOSTROPHES.matcher(plain(text)).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Most names: nothing about them has to be folded but their case. */
    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder spelled = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            String out = SPELLED_OUT.get(letter);
            if (out == null) {
                spelled.append(letter);
            } else {
                spelled.append(out);
            }
        }
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD)).replaceAll("");
    }
}
