package praxis.edge.rehearse;

import praxis.edge.config.EdgeConfig;
import praxis.edge.secrets.Secret;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes an edge that nobody knows of through all that senders may do. Code that runs for the first
 * time takes most of a second, and senders have been promised an answer within one.
 */
public final class Rehearsal {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_FREE_PORT = 0;
    private static final String NO_BROKER = "rehearsal.invalid:9092";
    private static final int SECRET_BYTES = 32;
    private static final int ROUNDS_AT_MOST = 60;

    /** On a machine that has no time, one round has to do: most is gained by the first. */
    private static final Duration ENOUGH = Duration.ofMillis(1_500);

    private final InstantSource clock;
    private final String secret;

    /**
     * With a secret of its own.
     *
     * @param random must be unguessable: the port is open to every program of this machine
     */
    public Rehearsal(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        this.secret = "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Of the edge that is to be started for this, and used for nothing else. */
    public EdgeConfig config() {
        return new EdgeConfig(LOOPBACK, ANY_FREE_PORT, NO_BROKER, Optional.of(secret));
    }

    /**
     * Returns how many requests were answered as they should be.
     *
     * @throws IOException if one was not
     */
    public int run(int port) throws IOException {
        Script script = new Script(Secret.of(secret, Optional.empty()));
        Instant begin = clock.instant();
        int answered = 0;
        for (int round = 0; round < ROUNDS_AT_MOST && (round == 0 || !isEnough(begin)); round++) {
            answered += run(port, script);
        }
        return answered;
    }

    private boolean isEnough(Instant begin) {
        return Duration.between(begin, clock.instant()).compareTo(ENOUGH) > 0;
    }

    private int run(int port, Script script) throws IOException {
        int answered = 0;
        try (Spectator spectator = new Spectator(port)) {
            for (Script.Line line : script.at(clock.instant())) {
                int status = spectator.exchange(line.request().toArray());
                if (status != line.status()) {
                    throw new IOException(
                            "answered " + status + " where it should be " + line.status());
                }
                answered++;
            }
        }
        return answered;
    }
}
