package praxis.processor.apply;

import praxis.processor.model.Announcement;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.LogLeaf;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Progress;
import praxis.processor.model.StoredEvent;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes one partition forward, a record at a time, with effects that a test chooses. */
final class Steps {
    private final BookingStore store;
    private final int partition;

    Steps(BookingStore store, int partition) {
        this.store = store;
        this.partition = partition;
        store.begin(partition);
    }

    /** One record that loads {@code needs} and has these effects. */
    void apply(PracticeId practice, Needs needs, Effect... effects) {
        apply(practice, needs, state -> state.apply(List.of(effects)));
    }

    void apply(PracticeId practice, Needs needs, Consumer<BookingState> fold) {
        Progress stood = standing();
        store.inTransaction(
                transaction -> {
                    Progress held = claim(transaction, stood, 1);
                    Map<PracticeId, BookingState> states =
                            transaction.load(Map.of(practice, needs));
                    states.values().forEach(fold);
                    write(transaction, held, states.values(), List.of());
                    return stood;
                });
    }

    /** Records that announce these, one each. */
    void announce(PracticeId practice, Announcement... announcements) {
        Progress stood = standing();
        store.inTransaction(
                transaction -> {
                    Progress held = claim(transaction, stood, announcements.length);
                    write(transaction, held, List.of(), List.of(announcements));
                    return practice;
                });
    }

    /** What a run with these needs would see. */
    BookingState load(PracticeId practice, Needs needs) {
        List<BookingState> seen = new ArrayList<>();
        apply(practice, needs, seen::add);
        return seen.getFirst();
    }

    /** What the next batch would be given of the event. */
    List<StoredEvent> recall(PracticeId practice, UUID event) {
        Progress stood = standing();
        return store.inTransaction(
                transaction -> {
                    Progress held = claim(transaction, stood, 1);
                    List<StoredEvent> recalled =
                            transaction.recall(Map.of(practice, Set.of(event)));
                    write(transaction, held, List.of(), List.of());
                    return recalled;
                });
    }

    /** A record of LINDENHOF that ended so; its id. */
    UUID logs(String kind, ProcessingStatus status, String outcome) {
        Progress stood = standing();
        LogRow row = ended(row(partition, stood.nextOffset(), List.of()), kind, status, outcome);
        store.inTransaction(
                transaction -> {
                    Progress held = claim(transaction, stood, 1);
                    transaction.write(List.of(), List.of(row), after(held, List.of(row)));
                    return row;
                });
        return row.id();
    }

    private static LogRow ended(LogRow row, String kind, ProcessingStatus status, String outcome) {
        LogRow unproven =
                new LogRow(
                        row.partition(),
                        row.offset(),
                        row.id(),
                        row.practice(),
                        kind,
                        Optional.of("msg-1"),
                        row.receivedAt(),
                        row.scheme(),
                        row.secretFingerprint(),
                        true,
                        new Decision.Entry(
                                status,
                                Optional.of("ping"),
                                Optional.empty(),
                                outcome,
                                Decision.Concerns.NOBODY,
                                Optional.empty(),
                                List.of()),
                        "{\"what\":\"" + outcome + "\"}",
                        row.salt(),
                        row.body(),
                        row.notJsonb(),
                        row.commitment(),
                        row.leaf(),
                        List.of());
        return unproven.provenBy(LogLeaf.hash(unproven));
    }

    Progress standing() {
        return store.progress(partition).orElseThrow();
    }

    private static Progress claim(
            BookingStore.Transaction transaction, Progress stood, int records) {
        return transaction
                .claim(stood.partition(), stood.nextOffset(), stood.nextOffset() + records)
                .orElseThrow();
    }

    private static void write(
            BookingStore.Transaction transaction,
            Progress held,
            Collection<BookingState> states,
            List<Announcement> announcements) {
        List<LogRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(1, announcements.size()); i++) {
            rows.add(
                    row(
                            held.partition(),
                            held.nextOffset() + i,
                            announcements.isEmpty() ? List.of() : List.of(announcements.get(i))));
        }
        transaction.write(states, rows, after(held, rows));
    }

    static Progress after(Progress held, List<LogRow> rows) {
        return new Progress(
                held.partition(),
                held.nextOffset() + rows.size(),
                Optional.of(3),
                Optional.of(rows.getLast().commitment()),
                held.edge().plus(rows.stream().map(LogRow::leaf).toList()));
    }

    static LogRow row(int partition, long offset, List<Announcement> announcements) {
        LogRow unproven =
                new LogRow(
                        partition,
                        offset,
                        Samples.uuid("event " + partition + ":" + offset),
                        Optional.of(Samples.LINDENHOF),
                        "webhook",
                        Optional.empty(),
                        Samples.MORNING.plusMillis(offset),
                        "body",
                        "0f3c5a7e",
                        false,
                        new Decision.Entry(
                                ProcessingStatus.SUCCESS,
                                Optional.of("ping"),
                                Optional.empty(),
                                "done",
                                Decision.Concerns.NOBODY,
                                Optional.empty(),
                                List.of()),
                        "{\"what\":\"done\"}",
                        Bytes.of(new byte[] {1}),
                        Bytes.of("{}".getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        Bytes.of(new byte[] {2}),
                        Bytes.of(new byte[0]),
                        announcements);
        return unproven.provenBy(LogLeaf.hash(unproven));
    }

    /** Another record that claims the id of this one. */
    static LogRow withIdOf(LogRow first, long offset) {
        return new LogRow(
                first.partition(),
                offset,
                first.id(),
                first.practice(),
                first.kind(),
                first.webhookId(),
                first.receivedAt(),
                first.scheme(),
                first.secretFingerprint(),
                first.backfill(),
                first.entry(),
                first.outcomeJson(),
                first.salt(),
                first.body(),
                first.notJsonb(),
                first.commitment(),
                first.leaf(),
                first.announcements());
    }
}
