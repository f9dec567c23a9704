package praxis.processor.simulate.traffic;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.util.Optional;

/**
 * One request of the tool, or something on the topic that no honest edge wrote.
 *
 * @param number told apart by this in everything that comes of it
 * @param later how long after the one before it comes
 * @param signedId the {@code webhook-id} of Standard Webhooks
 * @param said what it means; empty where it means nothing that could be applied
 */
public record Delivery(
        int number,
        PracticeId practice,
        Duration later,
        Optional<String> signedId,
        boolean backfill,
        Spoiling spoiling,
        Optional<Said> said,
        Bytes body) {
    /** What is wrong with the record around the body. */
    public enum Spoiling {
        NONE,
        OTHER_BYTES,
        NO_PRACTICE,
        NO_VALUE,
        UNSIGNED_COMMAND,
        /** The database will not take it. */
        UNSTORABLE
    }

    /** Fingerprint by which the simulated database knows what to refuse. */
    public static final String REFUSED_FINGERPRINT = "unstorable00";

    /** What the sender calls the event, if it calls it anything. */
    public Optional<String> id() {
        return signedId.or(() -> said.flatMap(Said::eventId));
    }

    public Delivery again(int newNumber, Duration newLater) {
        return new Delivery(
                newNumber, practice, newLater, signedId, backfill, spoiling, said, body);
    }

    public Delivery asBackfill() {
        return new Delivery(number, practice, later, signedId, true, spoiling, said, body);
    }

    @Override
    public String toString() {
        return "#"
                + number
                + " "
                + practice
                + signedId.map(id -> " webhook-id=" + id).orElse("")
                + (backfill ? " backfill" : "")
                + (spoiling == Spoiling.NONE ? "" : " " + spoiling)
                + " +"
                + later.toSeconds()
                + "s "
                + said.map(Said::toString).orElse("(" + body.length() + " bytes of nonsense)");
    }
}
