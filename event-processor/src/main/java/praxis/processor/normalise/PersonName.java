package praxis.processor.normalise;

import java.util.List;
import java.util.Set;

/**
 * A first or last name, ready to be compared.
 *
 * @param folded all of it, without spaces and hyphens
 * @param words what a double name is made of, without "von" and "Dr."
 * @param sounds of the words, in their order
 */
public record PersonName(String folded, List<String> words, List<String> sounds) {
    /** Of a name with many words, these tell who it is. */
    public static final int WORDS_THAT_COUNT = 2;

    private static final Set<String> PARTICLES =
            Set.of(
                    "von", "vom", "van", "zu", "zum", "zur", "de", "der", "den", "dem", "des",
                    "ten", "ter", "te", "di", "da", "dos", "das", "del", "della", "la", "le", "du",
                    "el", "al", "bin", "ibn", "und", "dr", "prof", "dipl", "med", "phil");

    public static PersonName of(String name) {
        List<String> all = FoldedText.words(name);
        List<String> core = all.stream().filter(word -> !PARTICLES.contains(word)).toList();
        // Somebody may be called De, and nothing else.
        List<String> words = core.isEmpty() ? all : core;
        return new PersonName(
                FoldedText.of(name), words, words.stream().map(Phonetics::code).toList());
    }

    public boolean isEmpty() {
        return folded.isEmpty();
    }

    /** The words by which it is looked up and counted. */
    public List<String> countedWords() {
        return first(words);
    }

    public List<String> countedSounds() {
        return first(sounds);
    }

    private static List<String> first(List<String> all) {
        return all.stream().limit(WORDS_THAT_COUNT).distinct().toList();
    }

    @Override
    public String toString() {
        return "PersonName[redacted]";
    }
}
