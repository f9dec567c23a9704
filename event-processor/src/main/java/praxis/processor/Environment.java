package praxis.processor;

import praxis.schemas.record.Bytes;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads single settings and collects everything that is wrong with them, so that an operator hears
 * of all of it at once. Values never appear in a problem: some are secrets.
 */
final class Environment {
    private static final String OWN_PREFIX = "PRAXIS_PROCESSOR_";
    private static final int KEY_BYTES = 32;
    private static final Predicate<String> BROKERS =
            Pattern.compile("[^\\s,:]+:\\d+(\\s*,\\s*[^\\s,:]+:\\d+)*").asMatchPredicate();

    private final Map<String, String> variables;
    private final Set<String> asked = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Also names what nobody asked for, so it is to be called last: a misspelt setting must not
     * silently mean its default.
     */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        variables.keySet().stream()
                .filter(name -> name.startsWith(OWN_PREFIX) && !asked.contains(name))
                .sorted()
                .forEach(name -> all.add(name + " is not a setting of the processor."));
        return all;
    }

    String text(String name) {
        return given(name)
                .orElseGet(
                        () -> {
                            problems.add(name + " is missing.");
                            return "";
                        });
    }

    String text(String name, String standard) {
        return given(name).orElse(standard);
    }

    int number(String name, int standard, int least, int most) {
        Optional<String> given = given(name);
        try {
            int number = given.map(String::strip).map(Integer::parseInt).orElse(standard);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // Said below, in the words of the limits.
        }
        problems.add("%s must be a whole number from %d to %d.".formatted(name, least, most));
        return standard;
    }

    String brokers(String name) {
        return checked(name, BROKERS, "must be host:port, or several with commas between.");
    }

    String jdbcUrl(String name) {
        return checked(
                name,
                url -> url.startsWith("jdbc:postgresql://"),
                "must look like jdbc:postgresql://host:port/database.");
    }

    boolean accepted(String name) {
        Optional<String> given = given(name);
        if (given.isPresent() && !given.get().equals("accepted")) {
            problems.add(name + " can only be \"accepted\", or be left out.");
        }
        return given.isPresent();
    }

    Bytes key(String name) {
        String text = text(name);
        return text.isEmpty() ? Bytes.of(new byte[0]) : decoded(name, text);
    }

    Optional<Bytes> optionalKey(String name) {
        return given(name).map(text -> decoded(name, text));
    }

    private Bytes decoded(String name, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == KEY_BYTES) {
                return Bytes.of(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below: the decoder's own words would quote the key.
        }
        problems.add("%s must be base64 of exactly %d bytes.".formatted(name, KEY_BYTES));
        return Bytes.of(new byte[0]);
    }

    private String checked(String name, Predicate<String> usable, String otherwise) {
        String text = text(name);
        if (!text.isEmpty() && !usable.test(text)) {
            problems.add(name + " " + otherwise);
        }
        return text;
    }

    /** An empty variable is one that nobody set: shells and compose files make them by accident. */
    private Optional<String> given(String name) {
        asked.add(name);
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
