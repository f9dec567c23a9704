package praxis.read.commands;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of one order among several.
 *
 * @param state as {@code GET /api/commands/{id}} has it
 * @param entry in the log; empty while pending
 * @param detail why it was refused, in plain words
 */
public record Ordered(UUID command, String state, Optional<Entry> entry, Optional<String> detail) {
    static Ordered of(UUID command, Fate fate) {
        return switch (fate) {
            case Fate.Done(Entry entry) ->
                    new Ordered(command, "done", Optional.of(entry), Optional.empty());
            case Fate.Refused refused ->
                    new Ordered(
                            command,
                            "refused",
                            refused.entry(),
                            Optional.of(Refusals.words(refused)));
            case Fate.Pending _ ->
                    new Ordered(command, "pending", Optional.empty(), Optional.empty());
        };
    }
}
