package praxis.sandbox.chaos.check;

import org.jspecify.annotations.Nullable;

import praxis.sandbox.chaos.journal.JournalEntry;
import praxis.sandbox.database.LoggedEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares the journal with the log of the database.
 *
 * <p>Log rows are to be given in the order of the log, then entries in the order of the journal.
 */
public final class Comparison {
    private static final Set<String> TAKES_SIGNED_ID = Set.of("success", "stale", "needs_review");

    /** Without an id a repeat may be asked about a second time; never may it change anything. */
    private static final Set<String> CHANGES = Set.of("success");

    /** A sign of life, and a success however often it repeats. */
    private static final String PING = "ping";

    private final Map<UUID, LoggedEvent> log = new HashMap<>();
    private final Map<Identity, LoggedEvent> first = new HashMap<>();
    private final Map<Identity, LoggedEvent> taken = new HashMap<>();
    private final Map<String, LoggedEvent> lastOfSender = new HashMap<>();
    private final Map<String, LoggedEvent> lastFirstOfSender = new HashMap<>();
    private final Set<Identity> promised = new HashSet<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> outOfOrder = new ArrayList<>();

    /**
     * What was found, each in words without personal values.
     *
     * @param rows of the log
     * @param lost acknowledged, and not in the log where it should be, or with other bytes
     * @param twice applied more than once
     * @param outOfOrder in the log before something that its sender had sent earlier
     */
    public record Finding(
            long rows, List<String> lost, List<String> twice, List<String> outOfOrder) {}

    public void row(LoggedEvent event) {
        Identity identity = Identity.of(event);
        log.put(event.id(), event);
        first.putIfAbsent(identity, event);
        Set<String> once = event.webhookId().isPresent() ? TAKES_SIGNED_ID : CHANGES;
        if (once.contains(event.status()) && !event.type().equals(PING)) {
            LoggedEvent before = taken.putIfAbsent(identity, event);
            if (before != null) {
                twice.add(place(event) + " is applied, as was " + place(before));
            }
        }
    }

    public void promise(JournalEntry entry) {
        LoggedEvent row = log.get(entry.eventId());
        if (row == null || !isSame(row, entry)) {
            lost.add(name(entry) + (row == null ? " is not in the log" : " is another event"));
            return;
        }
        demandLater(lastOfSender.put(entry.sender(), row), row, entry);
        Identity identity = Identity.of(entry);
        if (promised.add(identity)) {
            LoggedEvent firstRow = first.getOrDefault(identity, row);
            demandLater(lastFirstOfSender.put(entry.sender(), firstRow), firstRow, entry);
        }
    }

    public Finding finding() {
        return new Finding(
                log.size(), List.copyOf(lost), List.copyOf(twice), List.copyOf(outOfOrder));
    }

    private static boolean isSame(LoggedEvent row, JournalEntry entry) {
        return row.practice().equals(entry.practice().value())
                && row.webhookId().equals(entry.webhookId())
                && row.digest().equals(entry.digest());
    }

    /** A sender has one practice, a practice one partition, and there the log has one order. */
    private void demandLater(@Nullable LoggedEvent before, LoggedEvent row, JournalEntry entry) {
        if (before != null
                && (before.partition() != row.partition() || before.offset() >= row.offset())) {
            outOfOrder.add(name(entry) + " is at " + place(row) + ", not behind " + place(before));
        }
    }

    private static String name(JournalEntry entry) {
        return entry.sender() + " " + entry.sequence();
    }

    private static String place(LoggedEvent event) {
        return event.partition() + ":" + event.offset();
    }
}
