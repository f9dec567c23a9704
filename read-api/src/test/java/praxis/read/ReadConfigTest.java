package praxis.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.access.TokenTrust;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

class ReadConfigTest {
    @Test
    void readsEverySetting() {
        Map<String, String> environment = complete();
        environment.put("PRAXIS_READ_PORT", "9090");
        environment.put("PRAXIS_READ_HOST", "127.0.0.1");
        environment.put("PRAXIS_JWT_ISSUER", "issuer");
        environment.put("PRAXIS_JWT_AUDIENCE", "audience");
        environment.put("PRAXIS_WEBHOOK_BASE_URL", "https://hooks.example.org/");
        ReadConfig config = ReadConfig.from(environment);
        assertThat(config.port()).isEqualTo(9090);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.database().url()).isEqualTo("jdbc:postgresql://localhost/praxis");
        assertThat(config.database().user()).isEqualTo("praxis_reader");
        assertThat(config.database().password()).isEqualTo("pass word");
        assertThat(config.kafkaBootstrap()).isEqualTo("kafka:9092");
        assertThat(config.tokens().issuer()).isEqualTo("issuer");
        assertThat(config.tokens().audience()).isEqualTo("audience");
        assertThat(config.tokens().keys()).isInstanceOf(TokenTrust.SharedSecret.class);
        assertThat(config.mainKey().length()).isEqualTo(32);
        assertThat(config.commandKey().length()).isEqualTo(33);
        assertThat(config.webhooks().edges()).contains("https://hooks.example.org");
    }

    @Test
    void hasDefaultsForWhatNeedNotBeSaid() {
        ReadConfig config = ReadConfig.from(complete());
        assertThat(config.port()).isEqualTo(8081);
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.tokens().issuer()).isEqualTo("praxis");
        assertThat(config.tokens().audience()).isEqualTo("praxis");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAXIS_DB_URL",
                "PRAXIS_DB_USER",
                "PRAXIS_KAFKA_BOOTSTRAP",
                "PRAXIS_JWT_SECRET",
                "PRAXIS_MAIN_KEY",
                "PRAXIS_COMMAND_KEY",
            })
    void doesNotStartWithout(String name) {
        Map<String, String> environment = complete();
        environment.remove(name);
        assertUnusable(environment, name);
        environment.put(name, " ");
        assertUnusable(environment, name);
    }

    @ParameterizedTest
    @CsvSource({
        "PRAXIS_READ_PORT, eighty",
        "PRAXIS_READ_PORT, -1",
        "PRAXIS_READ_PORT, 65536",
        "PRAXIS_DB_URL, postgres://localhost/praxis",
        "PRAXIS_JWT_SECRET, 0123456789abcdef0123456789abcde",
        "PRAXIS_MAIN_KEY, not base64!",
        "PRAXIS_MAIN_KEY, c2hvcnQ=",
        "PRAXIS_COMMAND_KEY, c2hvcnQ=",
        "PRAXIS_JWKS_URL, https://keys.example.org/set",
        "PRAXIS_READ_PROT, 8081",
        "PRAXIS_WEBHOOK_BASE_URL, hooks.example.org",
        "PRAXIS_WEBHOOK_BASE_URL, https://a:b@hooks.example.org",
        "PRAXIS_WEBHOOK_BASE_URL, https://hooks.example.org/?a=b",
    })
    void doesNotStartWith(String name, String value) {
        Map<String, String> environment = complete();
        environment.put(name, value);
        assertUnusable(environment, name);
    }

    @Test
    void leavesSettingsOfOthersAlone() {
        Map<String, String> environment = complete();
        environment.put("PRAXIS_EDGE_PORT", "8080");
        environment.put("PATH", "/usr/bin");
        assertThat(ReadConfig.from(environment).port()).isEqualTo(8081);
    }

    @ParameterizedTest
    @CsvSource({
        "https://keys.example.org/set, true",
        "http://localhost:9000/set, true",
        "http://127.0.0.1:9000/set, true",
        "http://keys.example.org/set, false",
        "http://localhost.example.org/set, false",
        "file:///etc/passwd, false",
        "keys, false",
        "https:///set, false",
        "https://a b, false",
    })
    void fetchesKeysOnlyWhereNobodyIsBetween(String url, boolean usable) {
        Map<String, String> environment = complete();
        environment.remove("PRAXIS_JWT_SECRET");
        environment.put("PRAXIS_JWKS_URL", url);
        if (usable) {
            assertThat(ReadConfig.from(environment).tokens().keys())
                    .isInstanceOf(TokenTrust.PublishedKeys.class);
        } else {
            assertUnusable(environment, "PRAXIS_JWKS_URL");
        }
    }

    @Test
    void keepsSecretsOutOfTexts() {
        String text = ReadConfig.from(complete()).toString();
        assertThat(text).doesNotContain("pass word").doesNotContain("0123456789abcdef");
        assertThat(ReadConfig.from(complete()).tokens().toString())
                .doesNotContain("0123456789abcdef");
    }

    private static void assertUnusable(Map<String, String> environment, String name) {
        assertThatThrownBy(() -> ReadConfig.from(environment))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining(name)
                .hasMessageEndingWith(".")
                .satisfies(
                        refused -> {
                            for (Map.Entry<String, String> setting : environment.entrySet()) {
                                if (setting.getKey().matches(".*(KEY|SECRET|PASSWORD)")
                                        && !setting.getValue().isBlank()) {
                                    assertThat(refused.getMessage())
                                            .doesNotContain(setting.getValue());
                                }
                            }
                        });
    }

    private static Map<String, String> complete() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PRAXIS_DB_URL", "jdbc:postgresql://localhost/praxis");
        environment.put("PRAXIS_DB_USER", "praxis_reader");
        environment.put("PRAXIS_KAFKA_BOOTSTRAP", "kafka:9092");
        environment.put("PRAXIS_DB_PASSWORD", "pass word");
        environment.put("PRAXIS_JWT_SECRET", "0123456789abcdef0123456789abcdef");
        environment.put("PRAXIS_MAIN_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("PRAXIS_COMMAND_KEY", Base64.getEncoder().encodeToString(new byte[33]));
        return environment;
    }
}
