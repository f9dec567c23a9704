package praxis.read.commands;

import praxis.read.access.Caller;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finds out what became of a command that stands on the log. */
public final class FateFinder {
    private final CommandQueries commands;
    private final ProgressWatch progress;

    public FateFinder(CommandQueries commands, ProgressWatch progress) {
        this.commands = commands;
        this.progress = progress;
    }

    /** What can be said once the processor has come to it, or patience has ended. */
    Fate await(Caller caller, Receipt receipt, Duration patience) {
        return awaitPassed(receipt, patience)
                ? settled(caller, receipt)
                : new Fate.Pending(receipt);
    }

    /** Whether the processor comes to it before patience ends. */
    boolean awaitPassed(Receipt receipt, Duration patience) {
        return progress.awaitPassed(receipt.partition(), receipt.offset(), patience);
    }

    /** What became of one that the processor has come to. */
    Fate settled(Caller caller, Receipt receipt) {
        Optional<Entry> here =
                commands.at(caller, receipt.partition(), receipt.offset())
                        .filter(entry -> entry.isOf(receipt.command()));
        return here.filter(entry -> !entry.isDuplicate())
                .or(() -> commands.ofId(caller, receipt.command()))
                .map(FateFinder::of)
                .orElseGet(() -> new Fate.Refused(Optional.empty()));
    }

    /** The first that was sent with this id, if the processor has come to it. */
    Optional<Fate> ofFirst(Caller caller, UUID command) {
        return commands.ofId(caller, command).map(FateFinder::of);
    }

    private static Fate of(Entry entry) {
        return entry.isCarriedOut() ? new Fate.Done(entry) : new Fate.Refused(Optional.of(entry));
    }
}
