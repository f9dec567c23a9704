package praxis.read.answers;

import java.util.Arrays;
import java.util.List;

/** Makes patterns for {@code like} of what somebody typed; {@code %} and {@code _} are data. */
public record SearchWords(List<String> patterns) {
    private static final int MOST = 8;

    public static SearchWords of(String typed) {
        return new SearchWords(
                Arrays.stream(typed.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST)
                        .map(SearchWords::pattern)
                        .toList());
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Never the words: people search for names. */
    @Override
    public String toString() {
        return patterns.size() + " words";
    }
}
