package praxis.read;

import praxis.read.access.TokenTrust;
import praxis.read.database.DatabaseAddress;
import praxis.read.integration.WebhookAddress;
import praxis.read.pages.OpenIdProvider;
import praxis.schemas.record.Bytes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of the read API, checked.
 *
 * @param mainKey seals what leaves the house and comes back, such as cursors
 * @param kafkaBootstrap the brokers that take staff commands; need not be there for who only reads
 * @param commandKey signs staff commands
 * @param webhooks where edges are reached, for admins to copy
 * @param signIn who signs people in to the pages; without, there are only bearers of tokens
 */
public record ReadConfig(
        String host,
        int port,
        DatabaseAddress database,
        String kafkaBootstrap,
        TokenTrust tokens,
        Bytes mainKey,
        Bytes commandKey,
        WebhookAddress webhooks,
        Optional<OpenIdProvider> signIn) {

    private static final String OWN_PREFIX = "PRAXIS_READ_";
    private static final Set<String> OWN = Set.of("PRAXIS_READ_HOST", "PRAXIS_READ_PORT");

    /**
     * Reads environment variables; throws {@link UnusableSetting} on the first that will not do.
     */
    public static ReadConfig from(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            if (name.startsWith(OWN_PREFIX) && !OWN.contains(name)) {
                throw new UnusableSetting(
                        name + " is not a setting of the read API; known are " + sortedOwn() + ".");
            }
        }
        Settings settings = new Settings(environment);
        return new ReadConfig(
                settings.text("PRAXIS_READ_HOST", "0.0.0.0"),
                settings.port("PRAXIS_READ_PORT", 8081),
                settings.database(),
                settings.required("PRAXIS_KAFKA_BOOTSTRAP"),
                settings.tokenTrust(),
                settings.key("PRAXIS_MAIN_KEY"),
                settings.key("PRAXIS_COMMAND_KEY"),
                settings.webhooks(),
                new SignInSettings(settings).provider());
    }

    private static String sortedOwn() {
        return String.join(", ", OWN.stream().sorted().toList());
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "ReadConfig[" + host + ":" + port + ", " + database + "]";
    }
}
