package praxis.processor.model;

import praxis.schemas.command.SentCommand;
import praxis.schemas.event.BookingEvent;

import java.util.Optional;
import java.util.UUID;

/** Names the event that a record delivers, so that a second delivery of it can be told. */
public final class IdentityKey {
    private static final String BY_ID = "id:";
    private static final String BY_BODY = "body:";

    private static final String OF_COMMAND = "command:";
    private static final String OF_REDRIVEN = "redriven:";

    private IdentityKey() {}

    /** The identity of a command: its id, however often it is sent. */
    public static String of(SentCommand command) {
        return OF_COMMAND + command.id();
    }

    /** What an event that failed and was processed since is told by. */
    public static String ofRedriven(UUID event) {
        return OF_REDRIVEN + event;
    }

    /** The signed id, else the event's own, else the keyed digest of the body. */
    public static String of(Received received, BookingEvent event) {
        Optional<String> id = received.webhookId().or(event::eventId);
        return id.map(text -> BY_ID + text)
                .orElseGet(() -> BY_BODY + received.bodyDigest().toHex());
    }

    /** Whether the sender named the event, so that it is told by more than its body. */
    public static boolean isNamed(String key) {
        return key.startsWith(BY_ID);
    }
}
