package praxis.read.commands;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The log's entry of a command.
 *
 * @param error in plain words, where it was refused
 */
public record Entry(
        Optional<String> type,
        Instant receivedAt,
        String status,
        Optional<String> error,
        JsonNode outcome) {
    private static final String SUCCESS = "success";
    private static final String DUPLICATE = "duplicate";
    private static final String UNUSABLE = "unusable";
    private static final String REDRIVE = StaffCommand.Type.REDRIVE_EVENT.wireName();

    /** Also where an event was processed again and failed again: that was all that was ordered. */
    boolean isCarriedOut() {
        return status.equals(SUCCESS)
                || (type.filter(REDRIVE::equals).isPresent()
                        && refusal().isEmpty()
                        && !what().equals(UNUSABLE));
    }

    /** A repetition: what counts is the entry of the first. */
    boolean isDuplicate() {
        return status.equals(DUPLICATE);
    }

    /** What it did, or why not, in one word. */
    public String what() {
        return outcome.path("what").asText();
    }

    Optional<Refusal> refusal() {
        return Refusal.named(what());
    }

    /** Whom it was about in the end; of a new patient, the id it got. */
    public Optional<UUID> patient() {
        return uuid(outcome.path("patient_id"));
    }

    Optional<UUID> review() {
        return uuid(outcome.at("/review/id"));
    }

    /** False for the entry of another command that says so. */
    boolean isOf(UUID command) {
        JsonNode named = outcome.path("command_id");
        return !named.isTextual() || named.textValue().equals(command.toString());
    }

    private static Optional<UUID> uuid(JsonNode node) {
        return node.isTextual() ? Optional.of(UUID.fromString(node.textValue())) : Optional.empty();
    }
}
