package praxis.sandbox.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of names from a file of ours: headings in brackets, names between commas. */
final class NameBook {
    private final String file;
    private final Map<String, List<String>> lists;

    private NameBook(String file, Map<String, List<String>> lists) {
        this.file = file;
        this.lists = lists;
    }

    static NameBook read(String file) {
        try (InputStream stream = NameBook.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new NameBook(
                    file, parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> list(String heading) {
        List<String> names = lists.get(heading);
        if (names == null || names.isEmpty()) {
            throw new IllegalStateException(file + " has nothing under [" + heading + "]");
        }
        return names;
    }

    private static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> lists = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                lists.put(line.substring(1, line.indexOf(']')), current);
            } else if (!line.startsWith("#")) {
                current.addAll(names(line));
            }
        }
        return lists;
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
