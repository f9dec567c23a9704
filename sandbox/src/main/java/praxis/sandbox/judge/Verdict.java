package praxis.sandbox.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the matcher made of one record.
 *
 * @param record counted from 1, as in the file that it was given
 * @param asked whether a person has to decide
 * @param named the records of those whom the question names
 * @param linkedTo the record of whom it was linked to without asking
 */
public record Verdict(int record, boolean asked, List<Integer> named, Optional<Integer> linkedTo) {
    private static final String HEADER = "record,outcome,kind,named,linked_to,known,right";

    public Verdict {
        named = List.copyOf(named);
    }

    /** As {@code match evaluate --items} writes them. */
    public static List<Verdict> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IOException(file + " does not begin with " + HEADER);
        }
        return lines.stream().skip(1).map(Verdict::parse).toList();
    }

    private static Verdict parse(String line) {
        String[] fields = line.split(",", -1);
        return new Verdict(
                Integer.parseInt(fields[0]),
                !fields[2].isEmpty(),
                Arrays.stream(fields[3].split(";", -1))
                        .filter(text -> !text.isEmpty())
                        .map(Integer::valueOf)
                        .toList(),
                Optional.of(fields[4]).filter(text -> !text.isEmpty()).map(Integer::valueOf));
    }
}
