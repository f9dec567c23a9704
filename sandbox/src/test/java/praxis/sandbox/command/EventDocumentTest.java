package praxis.sandbox.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.nio.charset.StandardCharsets;
import java.util.List;

class EventDocumentTest {
    @Test
    void takesFieldsInTheirOrderAndInBothForms() {
        assertThat(json("patient.created", "--id", "7", "--vorname=Ada Bö", "--last-name", "-"))
                .isEqualTo(
                        "{\"event_type\":\"patient.created\",\"payload\":{\"id\":\"7\",\"vorname\":\"Ada"
                            + " Bö\",\"last_name\":\"-\"}}");
    }

    @Test
    void keepsNumbersWhereTheContractWantsThem() {
        assertThat(json("x", "--duration_minutes", "30", "--version", "2", "--phone", "030"))
                .contains("\"duration_minutes\":30,\"version\":2,\"phone\":\"030\"");
        assertThat(json("x", "--duration_minutes", "half an hour"))
                .contains("\"duration_minutes\":\"half an hour\"");
    }

    @Test
    void sendsNullAndObjects() {
        assertThat(json("x", "--therapist_name", "null", "--referrer", "{\"quelle\":\"web\"}"))
                .contains("\"therapist_name\":null,\"referrer\":{\"quelle\":\"web\"}");
    }

    @Test
    void refusesWordsWithoutFieldAndFieldsWithoutValue() {
        assertThatThrownBy(() -> json("x", "stray")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> json("x", "--note")).isInstanceOf(ParameterException.class);
    }

    private static String json(String type, String... words) {
        return new String(
                EventDocument.of(type, List.of(words), new CommandLine(CommandSpec.create()))
                        .bytes()
                        .toArray(),
                StandardCharsets.UTF_8);
    }
}
