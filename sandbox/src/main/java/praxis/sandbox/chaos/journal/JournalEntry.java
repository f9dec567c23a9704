package praxis.sandbox.chaos.journal;

import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One promise: this event has been acknowledged.
 *
 * @param sender who waits for each answer before it sends the next event
 * @param sequence counts the sender's acknowledged events
 * @param eventId where the record is said to stand
 * @param webhookId the signed id; empty under the body signature
 * @param digest of the body, in hex
 */
public record JournalEntry(
        String sender,
        long sequence,
        PracticeId practice,
        UUID eventId,
        Optional<String> webhookId,
        String digest) {
    private static final String NONE = "-";
    private static final int FIELDS = 6;

    String line() {
        return String.join(
                " ",
                sender,
                Long.toString(sequence),
                practice.value(),
                eventId.toString(),
                webhookId.orElse(NONE),
                digest);
    }

    /** Empty where a crash has cut the line off. */
    static Optional<JournalEntry> of(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        if (fields.size() != FIELDS || fields.getLast().length() != 64) {
            return Optional.empty();
        }
        return Optional.of(
                new JournalEntry(
                        fields.get(0),
                        Long.parseLong(fields.get(1)),
                        new PracticeId(fields.get(2)),
                        UUID.fromString(fields.get(3)),
                        Optional.of(fields.get(4)).filter(id -> !id.equals(NONE)),
                        fields.get(5)));
    }
}
