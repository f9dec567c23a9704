package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import praxis.sandbox.system.RunningProgram;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.system.SandboxFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Personal values that are planted in events, to be looked for where none belongs. */
final class Canaries {
    static final String FIRST_NAME = "Kanarina";
    static final String LAST_NAME = "Vogelsang-Zeisig";
    static final String PHONE = "+49 30 90182734";
    static final String BIRTH_DATE = "1971-03-09";
    static final String THERAPIST = "Dr. Kanaris";
    static final String SERVICE = "Zeisigmassage";

    private static final List<String> PLANTED =
            List.of(
                    "kanari",
                    "vogelsang",
                    "zeisig",
                    "90182734",
                    "1971-03-09",
                    "kanarienpost",
                    "71-03-09");

    /** What only somebody inside may know: our classes, libraries, tables, topics, files. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "praxis\\.(edge|read|processor|schemas)|java\\.|javax\\.|jackson|micronaut|netty|jdbi|hikari|postgres|tomcat|spring|kafka|exception|\\bat"
                        + " \\w+\\(|projection\\.|ledger\\.|read\\.\\w|booking\\.inbound|sqlstate"
                        + "|\\bselect\\b|\\binsert\\b|/tmp/|/target/|\\.java",
                    Pattern.CASE_INSENSITIVE);

    private Canaries() {}

    static String email(String local) {
        return "kanarienpost." + local + "@example.org";
    }

    static void areNotIn(String where, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        for (String planted : PLANTED) {
            int at = small.indexOf(planted);
            assertThat(at)
                    .as(
                            () ->
                                    "%s says %s: …%s…"
                                            .formatted(
                                                    where,
                                                    planted,
                                                    text.substring(
                                                            Math.max(0, at - 300),
                                                            Math.min(text.length(), at + 100))))
                    .isNegative();
        }
    }

    /** For what is said to whom a request is refused. */
    static void tellNothingOfTheInside(String where, String text) {
        areNotIn(where, text);
        assertThat(INSIDE.matcher(text).results().map(found -> found.group()))
                .as(() -> where + ": " + text)
                .isEmpty();
    }

    /** What the programs and the database have written down so far. */
    static void areInNoLog(SandboxFiles files) throws IOException {
        List<Path> logs;
        try (Stream<Path> found = Files.walk(files.data(), 2)) {
            logs = found.filter(file -> file.toString().endsWith(".log")).toList();
        }
        assertThat(logs).hasSizeGreaterThanOrEqualTo(4);
        for (Path log : logs) {
            areNotIn(log.toString(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
        }
    }

    /** What stands beside the payloads, and what is sent on: ids, field names and levels only. */
    static void areInNoColumnOfTheLog(Sandbox sandbox) throws SQLException {
        try (Connection connection = sandbox.superuser();
                Statement statement = connection.createStatement()) {
            for (String columns :
                    List.of(
                            "concat_ws(' ', kind, webhook_id, scheme, error_message, outcome)"
                                    + " from ledger.event_log",
                            "body::text from ledger.outbox",
                            "candidates::text from projection.review_items")) {
                try (ResultSet rows = statement.executeQuery("select " + columns)) {
                    while (rows.next()) {
                        areNotIn(columns, rows.getString(1));
                    }
                }
            }
        }
    }

    static void areInNoMetric(RunningProgram program) throws IOException {
        try (InputStream metrics =
                program.instance().address().resolve("/prometheus").toURL().openStream()) {
            areNotIn(
                    "metrics of " + program.instance().name(),
                    new String(metrics.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
