package praxis.read.commands;

import praxis.schemas.command.Refusal;

import java.util.Optional;

/** What became of a command. */
sealed interface Fate {
    /** It took effect, which can be seen. */
    record Done(Entry entry) implements Fate {}

    /** The processor understood it or not, and did nothing. */
    record Refused(Optional<Entry> entry) implements Fate {
        Optional<Refusal> why() {
            return entry.flatMap(Entry::refusal);
        }
    }

    /** It is on the log, and its turn has not come. */
    record Pending(Receipt receipt) implements Fate {}
}
