package praxis.sandbox.system;

import praxis.sandbox.tool.WebhookSecret;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must not be known outside: made at the first start, kept in a file of its owner's alone. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    /** The database's login roles; each has a password of its own. */
    public enum Login {
        MIGRATOR("praxis_migrator"),
        PROCESSOR("praxis_processor"),
        READER("praxis_reader"),
        LIMITER("praxis_limiter");

        private final String role;

        Login(String role) {
            this.role = role;
        }

        public String role() {
            return role;
        }
    }

    private enum Key {
        BOOKING_WEBHOOK_SECRET,
        PRAXIS_MAIN_KEY,
        PRAXIS_JWT_SECRET,
        PRAXIS_COMMAND_KEY
    }

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    public static Secrets ofOrNew(SandboxFiles files) {
        if (!Files.exists(files.secrets())) {
            write(files.secrets());
        }
        return of(files);
    }

    /** Those of a sandbox that has been started before. */
    public static Secrets of(SandboxFiles files) {
        try {
            Properties values = new Properties();
            values.load(new StringReader(Files.readString(files.secrets())));
            return new Secrets(values);
        } catch (IOException failed) {
            throw new Trouble("Cannot read " + files.secrets() + ".", failed);
        }
    }

    public WebhookSecret webhook() {
        return new WebhookSecret(value(Key.BOOKING_WEBHOOK_SECRET.name()));
    }

    public String mainKey() {
        return value(Key.PRAXIS_MAIN_KEY.name());
    }

    public String jwtSecret() {
        return value(Key.PRAXIS_JWT_SECRET.name());
    }

    public String commandKey() {
        return value(Key.PRAXIS_COMMAND_KEY.name());
    }

    public String password(Login login) {
        return value(login.role());
    }

    private String value(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new Trouble("The sandbox's secrets lack " + name + "; start it with --fresh.");
        }
        return value;
    }

    private static void write(Path file) {
        Stream<String> keys =
                Arrays.stream(Key.values()).map(key -> key.name() + "=" + generated(key));
        Stream<String> passwords =
                Arrays.stream(Login.values()).map(login -> login.role() + "=" + password());
        try {
            OwnerOnly.write(
                    file,
                    Stream.concat(keys, passwords).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException failed) {
            throw new Trouble("Cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static String generated(Key key) {
        return switch (key) {
            case BOOKING_WEBHOOK_SECRET -> WebhookSecret.of(random()).text();
            case PRAXIS_MAIN_KEY, PRAXIS_JWT_SECRET, PRAXIS_COMMAND_KEY ->
                    Base64.getEncoder().encodeToString(random());
        };
    }

    private static String password() {
        return HexFormat.of().formatHex(random());
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }
}
