package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Bytes;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ProcessorConfigTest {
    private static final byte[] MAIN_KEY = key(1);
    private static final byte[] COMMAND_KEY = key(2);

    @Test
    void readsEverySetting() {
        assertThat(usable(everything()))
                .isEqualTo(
                        new ProcessorConfig(
                                new ProcessorConfig.Web("127.0.0.1", 9082),
                                new ProcessorConfig.Kafka("one:9092, two:9092", true),
                                new ProcessorConfig.Database(
                                        "jdbc:postgresql://localhost:15432/praxis",
                                        new ProcessorConfig.Login("praxis_processor", "p1"),
                                        new ProcessorConfig.Login("praxis_migrator", "p2")),
                                new ProcessorConfig.Keys(
                                        Bytes.of(MAIN_KEY), Optional.of(Bytes.of(COMMAND_KEY))),
                                new ProcessorConfig.Limits(3, 500)));
    }

    @Test
    void fillsInWhatIsLeftOut() {
        Map<String, String> environment = everything();
        environment.keySet().removeIf(name -> name.startsWith("PRAXIS_PROCESSOR_"));
        environment.remove("PRAXIS_SINGLE_BROKER");
        environment.put("PRAXIS_COMMAND_KEY", "");
        ProcessorConfig config = usable(environment);
        assertThat(config.web()).isEqualTo(new ProcessorConfig.Web("0.0.0.0", 8082));
        assertThat(config.limits()).isEqualTo(new ProcessorConfig.Limits(2, 6000));
        assertThat(config.kafka().singleBrokerAccepted()).isFalse();
        assertThat(config.keys().command()).isEmpty();
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThat(problems(Map.of()))
                .containsExactly(
                        "PRAXIS_KAFKA_BOOTSTRAP is missing.",
                        "PRAXIS_DB_URL is missing.",
                        "PRAXIS_DB_USER is missing.",
                        "PRAXIS_DB_PASSWORD is missing.",
                        "PRAXIS_DB_MIGRATOR_USER is missing.",
                        "PRAXIS_DB_MIGRATOR_PASSWORD is missing.",
                        "PRAXIS_MAIN_KEY is missing.");
    }

    @Test
    void refusesSettingThatItDoesNotKnow() {
        assertThat(problems("PRAXIS_PROCESSOR_TREADS", "4"))
                .containsExactly("PRAXIS_PROCESSOR_TREADS is not a setting of the processor.");
    }

    @Test
    void refusesNumbersBeyondTheirLimits() {
        assertThat(problems("PRAXIS_PROCESSOR_THREADS", "0"))
                .containsExactly("PRAXIS_PROCESSOR_THREADS must be a whole number from 1 to 64.");
        assertThat(problems("PRAXIS_PROCESSOR_PORT", "http"))
                .containsExactly("PRAXIS_PROCESSOR_PORT must be a whole number from 0 to 65535.");
    }

    @Test
    void refusesKeysOfAnotherLengthWithoutQuotingThem() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
        assertThat(problems("PRAXIS_MAIN_KEY", shortKey))
                .containsExactly("PRAXIS_MAIN_KEY must be base64 of exactly 32 bytes.");
        assertThat(problems("PRAXIS_COMMAND_KEY", "not base64!"))
                .containsExactly("PRAXIS_COMMAND_KEY must be base64 of exactly 32 bytes.");
    }

    @Test
    void refusesAddressesOfAnotherForm() {
        assertThat(problems("PRAXIS_KAFKA_BOOTSTRAP", "broker"))
                .containsExactly(
                        "PRAXIS_KAFKA_BOOTSTRAP must be host:port, or several with commas"
                                + " between.");
        assertThat(problems("PRAXIS_DB_URL", "postgres://localhost/praxis"))
                .containsExactly(
                        "PRAXIS_DB_URL must look like jdbc:postgresql://host:port/database.");
        assertThat(problems("PRAXIS_SINGLE_BROKER", "yes"))
                .containsExactly("PRAXIS_SINGLE_BROKER can only be \"accepted\", or be left out.");
    }

    @Test
    void keepsSecretsToItself() {
        assertThat(usable(everything()).toString())
                .contains("praxis_processor")
                .doesNotContain("p1")
                .doesNotContain("p2")
                .doesNotContain(Base64.getEncoder().encodeToString(MAIN_KEY));
    }

    private static Map<String, String> everything() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PRAXIS_PROCESSOR_HOST", "127.0.0.1");
        environment.put("PRAXIS_PROCESSOR_PORT", "9082");
        environment.put("PRAXIS_PROCESSOR_THREADS", " 3");
        environment.put("PRAXIS_PROCESSOR_MAX_POLL_RECORDS", "500");
        environment.put("PRAXIS_KAFKA_BOOTSTRAP", "one:9092, two:9092");
        environment.put("PRAXIS_SINGLE_BROKER", "accepted");
        environment.put("PRAXIS_DB_URL", "jdbc:postgresql://localhost:15432/praxis");
        environment.put("PRAXIS_DB_USER", "praxis_processor");
        environment.put("PRAXIS_DB_PASSWORD", "p1");
        environment.put("PRAXIS_DB_MIGRATOR_USER", "praxis_migrator");
        environment.put("PRAXIS_DB_MIGRATOR_PASSWORD", "p2");
        environment.put("PRAXIS_MAIN_KEY", Base64.getEncoder().encodeToString(MAIN_KEY));
        environment.put("PRAXIS_COMMAND_KEY", Base64.getEncoder().encodeToString(COMMAND_KEY));
        environment.put("PRAXIS_EDGE_PORT", "8080");
        return environment;
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    private static ProcessorConfig usable(Map<String, String> environment) {
        return switch (ProcessorConfig.read(environment)) {
            case ProcessorConfig.Reading.Usable(var config) -> config;
            case ProcessorConfig.Reading.Unusable(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String name, String value) {
        Map<String, String> environment = everything();
        environment.put(name, value);
        return problems(environment);
    }

    private static List<String> problems(Map<String, String> environment) {
        return switch (ProcessorConfig.read(environment)) {
            case ProcessorConfig.Reading.Usable(var config) -> List.of();
            case ProcessorConfig.Reading.Unusable(var problems) -> problems;
        };
    }
}
