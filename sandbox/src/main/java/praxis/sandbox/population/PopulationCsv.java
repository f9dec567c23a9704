package praxis.sandbox.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes registrations as CSV (RFC 4180, one header line), with what is true of each. */
public final class PopulationCsv {
    private static final List<String> HEADER =
            List.of(
                    "record",
                    "person",
                    "role",
                    "noise",
                    "traits",
                    "first_name",
                    "last_name",
                    "date_of_birth",
                    "email",
                    "phone",
                    "gender");

    private final Writer writer;
    private long count;

    public PopulationCsv(Writer writer) {
        this.writer = writer;
        line(HEADER);
    }

    /** Records count from 1. */
    public void write(Registration registration) {
        count++;
        Person said = registration.said();
        line(
                List.of(
                        Long.toString(count),
                        registration.person(),
                        registration.role().text(),
                        joined(registration.noise(), Noise::text),
                        joined(registration.traits(), Trait::text),
                        said.name().first(),
                        said.name().last(),
                        said.birth().map(LocalDate::toString).orElse(""),
                        said.email().orElse(""),
                        said.phone().orElse(""),
                        said.sex().wireName()));
    }

    public long count() {
        return count;
    }

    private static <T extends Comparable<T>> String joined(
            Collection<T> values, Function<T, String> text) {
        return values.stream().sorted().map(text).collect(Collectors.joining(";"));
    }

    private void line(List<String> fields) {
        try {
            writer.write(
                    fields.stream()
                            .map(PopulationCsv::field)
                            .collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String field(String text) {
        return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
