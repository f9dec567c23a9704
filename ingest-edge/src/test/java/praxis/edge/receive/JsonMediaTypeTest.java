package praxis.edge.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class JsonMediaTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                " application/json ",
                "Application/JSON;Charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json; charset = utf-8 ; version=1",
                "application/json; version=1",
                "application/cloudevents+json"
            })
    void isSaidInEveryUsualWay(String contentType) {
        assertThat(JsonMediaType.isSaidBy(List.of(contentType))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/json",
                "application/jsonx",
                "application/+json",
                "application/json, text/plain",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; version=1; charset=utf-8x",
                "application/x-www-form-urlencoded"
            })
    void isNotSaidByOthers(String contentType) {
        assertThat(JsonMediaType.isSaidBy(List.of(contentType))).isFalse();
    }

    @Test
    void isNotSaidByNoneOrSeveral() {
        assertThat(JsonMediaType.isSaidBy(List.of())).isFalse();
        assertThat(JsonMediaType.isSaidBy(List.of("application/json", "application/json")))
                .isFalse();
    }

    @Test
    void staysQuickWithEndlessParameters() {
        String hostile = "application/json;" + " ;".repeat(8_000) + "charset=x";

        assertThat(JsonMediaType.isSaidBy(List.of(hostile))).isFalse();
    }
}
