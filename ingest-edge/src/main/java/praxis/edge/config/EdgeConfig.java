package praxis.edge.config;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The edge's settings, as the environment gives them.
 *
 * @param kafkaBootstrap host:port, several with commas
 * @param webhookSecret the first secret of practice {@code default}; without one every delivery is
 *     refused
 */
public record EdgeConfig(
        String host, int port, String kafkaBootstrap, Optional<String> webhookSecret) {

    private static final String OUR_PREFIX = "PRAXIS_EDGE_";
    private static final String PORT = "PRAXIS_EDGE_PORT";
    private static final String HOST = "PRAXIS_EDGE_HOST";
    private static final String BOOTSTRAP = "PRAXIS_KAFKA_BOOTSTRAP";
    private static final String MAIN_KEY = "PRAXIS_MAIN_KEY";
    private static final String WEBHOOK_SECRET = "BOOKING_WEBHOOK_SECRET";
    private static final Set<String> OURS = Set.of(PORT, HOST);

    private static final String DEFAULT_PORT = "8080";
    private static final String DEFAULT_HOST = "0.0.0.0";
    private static final int HIGHEST_PORT = 65_535;
    private static final int MAIN_KEY_BYTES = 32;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s,:]+:[0-9]{1,5}");
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-fA-F:.]+]:[0-9]{1,5}");

    /** What reading the environment gave. */
    public sealed interface Reading {
        record Usable(EdgeConfig config) implements Reading {}

        /** {@code sentence} names the setting and what is wrong, never a secret value. */
        record Unusable(String sentence) implements Reading {}
    }

    /** An empty variable counts as not set, as compose files produce them. */
    public static Reading read(Map<String, String> environment) {
        Optional<String> problem =
                unknownSetting(environment)
                        .or(() -> portProblem(environment))
                        .or(() -> bootstrapProblem(environment))
                        .or(() -> mainKeyProblem(environment));
        if (problem.isPresent()) {
            return new Reading.Unusable(problem.get());
        }
        return new Reading.Usable(
                new EdgeConfig(
                        value(environment, HOST).orElse(DEFAULT_HOST),
                        Integer.parseInt(value(environment, PORT).orElse(DEFAULT_PORT)),
                        value(environment, BOOTSTRAP).orElseThrow(),
                        value(environment, WEBHOOK_SECRET)));
    }

    private static Optional<String> unknownSetting(Map<String, String> environment) {
        return new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith(OUR_PREFIX) && !OURS.contains(name))
                        .findFirst()
                        .map(name -> name + " is not a setting of the edge.");
    }

    private static Optional<String> portProblem(Map<String, String> environment) {
        return value(environment, PORT)
                .filter(text -> !NUMBER.matcher(text).matches() || !isPort(text))
                .map(text -> PORT + " must be a number from 0 to " + HIGHEST_PORT + ".");
    }

    private static boolean isPort(String digits) {
        return Integer.parseInt(digits) <= HIGHEST_PORT;
    }

    private static Optional<String> bootstrapProblem(Map<String, String> environment) {
        Optional<String> addresses = value(environment, BOOTSTRAP);
        if (addresses.isEmpty()) {
            return Optional.of(BOOTSTRAP + " is missing: the edge needs host:port of a broker.");
        }
        boolean usable =
                List.of(addresses.get().split(",", -1)).stream()
                        .map(String::strip)
                        .allMatch(EdgeConfig::isAddress);
        return usable
                ? Optional.empty()
                : Optional.of(BOOTSTRAP + " must be host:port, several with commas.");
    }

    private static boolean isAddress(String text) {
        return (ADDRESS.matcher(text).matches() || BRACKETED.matcher(text).matches())
                && isPort(text.substring(text.lastIndexOf(':') + 1));
    }

    /** The key is only checked here; what it opens, the rings on their topic, is read elsewhere. */
    private static Optional<String> mainKeyProblem(Map<String, String> environment) {
        Optional<String> key = value(environment, MAIN_KEY);
        if (key.isEmpty()) {
            return Optional.of(MAIN_KEY + " is missing: no service starts without it.");
        }
        return isMainKey(key.get())
                ? Optional.empty()
                : Optional.of(MAIN_KEY + " must be base64 of " + MAIN_KEY_BYTES + " bytes.");
    }

    private static boolean isMainKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == MAIN_KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "EdgeConfig[" + host + ":" + port + ", kafka " + kafkaBootstrap + "]";
    }
}
