package praxis.read.commands;

import praxis.read.access.Caller;
import praxis.read.answers.Cursors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a command stands on the log. Goes out sealed and comes back with the question what became
 * of it: while nothing has, it alone tells a command that waits from one that never was.
 */
record Receipt(UUID command, int partition, long offset) {
    private static final String LIST = "commands";

    String sealed(Cursors cursors, Caller caller) {
        return cursors.seal(
                LIST,
                List.of(
                        command.toString(),
                        caller.practice().value(),
                        caller.subject().value(),
                        Integer.toString(partition),
                        Long.toString(offset)));
    }

    /** Empty for everybody but whom it was given to. */
    static Optional<Receipt> open(Cursors cursors, Caller caller, UUID command, String text) {
        return cursors.open(LIST, text)
                .filter(
                        parts ->
                                parts.subList(0, 3)
                                        .equals(
                                                List.of(
                                                        command.toString(),
                                                        caller.practice().value(),
                                                        caller.subject().value())))
                .map(
                        parts ->
                                new Receipt(
                                        command,
                                        Integer.parseInt(parts.get(3)),
                                        Long.parseLong(parts.get(4))));
    }
}
