package praxis.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class PopulationCsvTest {
    private final StringWriter text = new StringWriter();
    private final PopulationCsv csv = new PopulationCsv(text);

    @Test
    void isReadByOthersAsItWasWritten() {
        List<Registration> written = new ArrayList<>();
        new Population(2_000, 200, 200, 11)
                .each(
                        each -> {
                            written.add(each);
                            csv.write(each);
                        });
        List<NamedCsvRecord> read = read();

        assertThat(read).hasSize(written.size());
        for (int i = 0; i < read.size(); i++) {
            Person said = written.get(i).said();
            assertThat(read.get(i).getFields())
                    .containsExactly(
                            Integer.toString(i + 1),
                            written.get(i).person(),
                            written.get(i).role().text(),
                            read.get(i).getField("noise"),
                            read.get(i).getField("traits"),
                            said.name().first(),
                            said.name().last(),
                            said.birth().map(LocalDate::toString).orElse(""),
                            said.email().orElse(""),
                            said.phone().orElse(""),
                            said.sex().wireName());
        }
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        Person person =
                new Person(
                        new Name("Anna \"Anni\"", "Beispiel, geb. Muster"),
                        Sex.FEMALE,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty());
        csv.write(
                new Registration(
                        "P1",
                        Registration.Role.RETURNING,
                        Set.of(Noise.NEW_EMAIL, Noise.MARRIED_NAME),
                        Set.of(),
                        person));

        NamedCsvRecord read = read().getFirst();
        assertThat(read.getField("first_name")).isEqualTo("Anna \"Anni\"");
        assertThat(read.getField("last_name")).isEqualTo("Beispiel, geb. Muster");
        assertThat(read.getField("noise")).isEqualTo("married_name;new_email");
    }

    private List<NamedCsvRecord> read() {
        return CsvReader.builder().ofNamedCsvRecord(text.toString()).stream().toList();
    }
}
