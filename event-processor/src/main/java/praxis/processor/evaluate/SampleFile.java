package praxis.processor.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads labelled records from CSV. */
final class SampleFile {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

    private final Columns columns;
    private final Columns.Places places;
    private final List<Sample> samples = new ArrayList<>();

    private SampleFile(Columns columns, Columns.Places places) {
        this.columns = columns;
        this.places = places;
    }

    /**
     * @throws IllegalArgumentException if a column is missing or a truth cannot be told
     */
    static List<Sample> read(Path file, Columns columns) {
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file)) {
            var lines = records.iterator();
            if (!lines.hasNext()) {
                throw new IllegalArgumentException("The file is empty.");
            }
            SampleFile read = new SampleFile(columns, columns.in(lines.next().getFields()));
            lines.forEachRemaining(read::add);
            return read.samples;
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", failed);
        }
    }

    private void add(CsvRecord line) {
        samples.add(
                new Sample(
                        samples.size() + 1,
                        person(line),
                        places.onFile()
                                .filter(told -> told.getValue().equals(at(line, told.getKey())))
                                .isPresent(),
                        text(line, "first_name"),
                        text(line, "last_name"),
                        born(line),
                        text(line, "email").filter(email -> email.contains("@")),
                        text(line, "phone")));
    }

    private String person(CsvRecord line) {
        String truth = at(line, places.truth());
        if (columns.truthPattern().isEmpty()) {
            return truth;
        }
        Matcher matcher = columns.truthPattern().get().matcher(truth);
        if (!matcher.find() || matcher.groupCount() < 1) {
            throw new IllegalArgumentException(
                    "Record %d: --truth-pattern finds no person in \"%s\""
                            .formatted(samples.size() + 1, truth));
        }
        return matcher.group(1);
    }

    private Optional<LocalDate> born(CsvRecord line) {
        Optional<Matcher> whole =
                text(line, "date_of_birth").map(DATE::matcher).filter(Matcher::matches);
        return whole.isPresent()
                ? date(whole.get().group(1), whole.get().group(2), whole.get().group(3))
                : text(line, "birth_year")
                        .flatMap(
                                year ->
                                        text(line, "birth_month")
                                                .flatMap(
                                                        month ->
                                                                text(line, "birth_day")
                                                                        .flatMap(
                                                                                day ->
                                                                                        date(
                                                                                                year,
                                                                                                month,
                                                                                                day))));
    }

    /** A date that does not exist tells nothing: the tool could not send it either. */
    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException noDate) {
            return Optional.empty();
        }
    }

    private Optional<String> text(CsvRecord line, String field) {
        return Optional.ofNullable(places.fields().get(field))
                .map(column -> at(line, column))
                .filter(text -> !text.isEmpty() && !text.equals("NA"));
    }

    private static String at(CsvRecord line, int column) {
        return column < line.getFieldCount() ? line.getField(column).strip() : "";
    }
}
