package praxis.edge.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.edge.config.EdgeConfig.Reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class EdgeConfigTest {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void readsEverySetting() {
        Map<String, String> environment = needed();
        environment.put("PRAXIS_EDGE_PORT", "18080");
        environment.put("PRAXIS_EDGE_HOST", "127.0.0.1");
        environment.put("BOOKING_WEBHOOK_SECRET", "some secret");

        assertThat(EdgeConfig.read(environment))
                .isEqualTo(
                        new Reading.Usable(
                                new EdgeConfig(
                                        "127.0.0.1",
                                        18_080,
                                        "localhost:9092",
                                        Optional.of("some secret"))));
    }

    @Test
    void hasDefaultsAndTakesEmptyForUnset() {
        Map<String, String> environment = needed();
        environment.put("PRAXIS_EDGE_PORT", "");
        environment.put("BOOKING_WEBHOOK_SECRET", "");
        environment.put("PRAXIS_READ_PORT", "8081");

        assertThat(EdgeConfig.read(environment))
                .isEqualTo(
                        new Reading.Usable(
                                new EdgeConfig(
                                        "0.0.0.0", 8_080, "localhost:9092", Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "PRAXIS_EDGE_PORT, 65536",
        "PRAXIS_EDGE_PORT, http",
        "PRAXIS_EDGE_PORT, -1",
        "PRAXIS_EDGE_PROT, 8080",
        "PRAXIS_KAFKA_BOOTSTRAP, ''",
        "PRAXIS_KAFKA_BOOTSTRAP, localhost",
        "PRAXIS_KAFKA_BOOTSTRAP, 'a:1,,b:2'",
        "PRAXIS_KAFKA_BOOTSTRAP, a:99999",
        "PRAXIS_MAIN_KEY, ''",
        "PRAXIS_MAIN_KEY, c2hvcnQ=",
        "PRAXIS_MAIN_KEY, not base64!"
    })
    void saysInOneSentenceWhichSettingIsUnusable(String name, String value) {
        Map<String, String> environment = needed();
        environment.put(name, value);

        assertThat(EdgeConfig.read(environment))
                .isInstanceOfSatisfying(
                        Reading.Unusable.class,
                        unusable ->
                                assertThat(unusable.sentence())
                                        .startsWith(name + " ")
                                        .endsWith(".")
                                        .doesNotContain("c2hvcnQ="));
    }

    @Test
    void acceptsSeveralBrokersAndAddressesInBrackets() {
        Map<String, String> environment = needed();
        environment.put("PRAXIS_KAFKA_BOOTSTRAP", "one:9092, two:9092,[::1]:9092");

        assertThat(EdgeConfig.read(environment)).isInstanceOf(Reading.Usable.class);
    }

    @Test
    void doesNotShowTheSecret() {
        assertThat(new EdgeConfig("h", 1, "b:1", Optional.of("hidden")).toString())
                .doesNotContain("hidden");
    }

    private static Map<String, String> needed() {
        return new HashMap<>(
                Map.of("PRAXIS_KAFKA_BOOTSTRAP", "localhost:9092", "PRAXIS_MAIN_KEY", KEY));
    }
}
