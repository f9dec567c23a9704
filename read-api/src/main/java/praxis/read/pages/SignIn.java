package praxis.read.pages;

import praxis.read.access.TokenCheck;
import praxis.read.answers.Cursors;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Signs people in with the provider of the installation, where there is one. */
public final class SignIn implements AutoCloseable {
    /** How long somebody may take at the provider. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String LIST = "sign-in";

    private final Optional<OpenIdClient> client;
    private final Cursors seal;
    private final TokenCheck tokens;
    private final InstantSource clock;

    public SignIn(
            Optional<OpenIdProvider> provider,
            Cursors seal,
            TokenCheck tokens,
            InstantSource clock) {
        this.client = provider.map(OpenIdClient::new);
        this.seal = seal;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A way to the provider.
     *
     * @param memory what the browser keeps for the way back, sealed
     */
    record Way(URI there, String memory) {}

    /** Somebody who has come back. */
    record SignedIn(String token, Duration lifetime, String goOn) {}

    boolean isPossible() {
        return client.isPresent();
    }

    Optional<Way> start(String goOn) {
        return client.map(
                open -> {
                    String state = open.secret();
                    String verifier = open.secret();
                    String until = clock.instant().plus(PATIENCE).toString();
                    return new Way(
                            open.authorization(state, verifier),
                            seal.seal(LIST, List.of(state, verifier, until, goOn)));
                });
    }

    /** Empty unless this browser began what it ends, in time, and the provider vouches for it. */
    Optional<SignedIn> end(String memory, String state, String code) {
        return client.flatMap(
                open ->
                        seal.open(LIST, memory)
                                .filter(begun -> isSame(begun.get(0), state))
                                .filter(
                                        begun ->
                                                clock.instant()
                                                        .isBefore(Instant.parse(begun.get(2))))
                                .flatMap(
                                        begun ->
                                                open.token(code, begun.get(1))
                                                        .flatMap(
                                                                token ->
                                                                        signedIn(
                                                                                token,
                                                                                begun.get(3)))));
    }

    private Optional<SignedIn> signedIn(String token, String goOn) {
        return tokens.expiry(token)
                .map(
                        expiry ->
                                new SignedIn(
                                        token, Duration.between(clock.instant(), expiry), goOn));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.ifPresent(OpenIdClient::close);
    }
}
