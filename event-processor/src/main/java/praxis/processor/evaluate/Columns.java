package praxis.processor.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which column of a file means what.
 *
 * @param names our names of fields, with the file's names of columns
 * @param truth the column that tells the person
 * @param truthPattern whose first group tells the person, where only a part of it does
 * @param onFile column and value by which records are told that are on file already
 */
record Columns(
        Map<String, String> names,
        String truth,
        Optional<Pattern> truthPattern,
        Optional<Map.Entry<String, String>> onFile) {
    static final Set<String> FIELDS =
            Set.of(
                    "first_name",
                    "last_name",
                    "date_of_birth",
                    "birth_year",
                    "birth_month",
                    "birth_day",
                    "email",
                    "phone");

    /** Reads {@code field=COLUMN,…}. */
    static Map<String, String> parse(String text) {
        Map<String, String> names = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            String field = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            if (equals < 0 || !FIELDS.contains(field)) {
                throw new IllegalArgumentException(
                        "--columns: \"%s\" is not one of %s=COLUMN"
                                .formatted(
                                        pair,
                                        FIELDS.stream().sorted().collect(Collectors.joining("|"))));
            }
            names.put(field, pair.substring(equals + 1).strip());
        }
        return names;
    }

    /** Where the columns stand in a file with this header. */
    Places in(List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i).strip(), i);
        }
        Map<String, Integer> fields = new HashMap<>();
        names.forEach((field, column) -> fields.put(field, place(places, column)));
        return new Places(
                fields,
                place(places, truth),
                onFile.map(told -> Map.entry(place(places, told.getKey()), told.getValue())));
    }

    private static Integer place(Map<String, Integer> places, String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("The file has no column \"" + column + "\".");
        }
        return place;
    }

    /** The same as numbers of columns. */
    record Places(
            Map<String, Integer> fields, int truth, Optional<Map.Entry<Integer, String>> onFile) {}
}
