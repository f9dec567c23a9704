package praxis.processor.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the measuring commands tell of small invented files. */
class EvaluateCommandTest {
    private static final String COLUMNS =
            "first_name=vorname,last_name=name,date_of_birth=geboren,email=mail,phone=telefon";

    private final StringWriter said = new StringWriter();
    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(
                folder.resolve("people.csv"),
                """
                id , vorname, name, geboren, mail, telefon
                p1-a, Karin, Lindqvist, 1980-04-01, karin@example.org, 040 5550101
                p2-a, Bruno, Winterberg, 19611224, bruno@example.org,
                p3-a, Nils, Lindqvist, 2011-09-30, karin@example.org, 040 5550101
                p1-b, Karin, Lindqwist, 19800401, neu@example.org,
                p4-a, Frida, Holm, 19371233, ,
                """);
    }

    @Test
    void countsWhatWasFoundAndWhatWasAskedInVain() {
        assertThat(match("evaluate", "--json")).isZero();
        assertThat(said)
                .asString()
                .contains(
                        "\"records\":5",
                        "\"true_pairs\":1",
                        "\"found_pairs\":1",
                        "\"auto_links\":0",
                        "\"wrong_auto_links\":0",
                        "\"review_items\":2",
                        "\"false_items\":1",
                        "\"micros_per_event\":0.0");
    }

    @Test
    void linksWhomThePracticeHasOnFile() {
        assertThat(match("evaluate", "--json", "--on-file", "id=p2-a")).isZero();
        assertThat(said).asString().contains("\"records\":4");
    }

    @Test
    void saysItInWordsWithTheWorst() {
        assertThat(match("evaluate")).isZero();
        assertThat(said)
                .asString()
                .contains("recall 100.00 %", "asked in vain", "record 3 EMAIL_SHARED [1]");
    }

    @Test
    void writesWhatBecameOfEachRecord() throws IOException {
        Path items = folder.resolve("items.csv");
        assertThat(match("evaluate", "--items", items.toString())).isZero();
        assertThat(Files.readString(items).lines())
                .contains(
                        "1,created,,,,false,false",
                        "4,needs_review,ALREADY_LINKED,1,,true,true",
                        "3,needs_review,EMAIL_SHARED,1,,false,false");
    }

    @Test
    void explainsTwoRecords() {
        assertThat(match("explain", "--rows", "1,4")).isZero();
        assertThat(said)
                .asString()
                .contains("\"field\":\"last_name\",\"level\":\"typo\"", "together: true");
    }

    private int match(String command, String... more) {
        var words = new ArrayList<String>();
        words.add(command);
        words.add(folder.resolve("people.csv").toString());
        words.addAll(List.of("--columns", COLUMNS, "--truth", "id", "--truth-pattern", "(p\\d+)-"));
        words.addAll(List.of(more));
        return MatchCommand.commandLine(() -> 0, new PrintWriter(said, true))
                .execute(words.toArray(String[]::new));
    }
}
