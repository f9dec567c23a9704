package praxis.processor.evaluate;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options by which a command is told of a labelled file. */
final class LabelledFile {
    @Parameters(paramLabel = "FILE.csv", description = "Records, with a line of headers.")
    private @Nullable Path file;

    @Option(
            names = "--columns",
            required = true,
            paramLabel = "FIELD=COLUMN,…",
            description =
                    "Which column is first_name, last_name, date_of_birth (or birth_year,"
                            + " birth_month, birth_day), email, phone.")
    private @Nullable String columns;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "COLUMN",
            description = "The column that tells which person it is.")
    private @Nullable String truth;

    @Option(
            names = "--truth-pattern",
            paramLabel = "REGEX",
            description = "The person is what its first group finds in that column.")
    private @Nullable String truthPattern;

    @Option(
            names = "--on-file",
            paramLabel = "COLUMN=VALUE",
            description =
                    "Records with this value are cards that staff wrote; the others are newcomers."
                            + " Without it, all are newcomers.")
    private @Nullable String onFile;

    /**
     * @throws IllegalArgumentException if the file is not as the options say
     */
    List<Sample> read() {
        return SampleFile.read(
                Objects.requireNonNull(file),
                new Columns(
                        Columns.parse(Objects.requireNonNull(columns)),
                        Objects.requireNonNull(truth),
                        Optional.ofNullable(truthPattern).map(Pattern::compile),
                        Optional.ofNullable(onFile).map(LabelledFile::pair)));
    }

    private static Map.Entry<String, String> pair(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--on-file: COLUMN=VALUE is meant.");
        }
        return Map.entry(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}
