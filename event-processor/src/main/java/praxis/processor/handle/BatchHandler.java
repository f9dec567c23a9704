package praxis.processor.handle;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.DataRefused;
import praxis.processor.decide.Decider;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.Progress;
import praxis.processor.model.Received;
import praxis.processor.model.TooMuchAtOnce;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes a partition's next records through the whole story, in one transaction. */
public final class BatchHandler implements InboundHandler {
    /** Fewer are done sooner than handed out to other threads. */
    private static final int WORTH_SPREADING = 64;

    private final BookingStore store;
    private final RecordDecoder decoder;
    private final Fold.Rules rules;
    private final Consumer<LogRow> committed;
    private final RunLengths lengths = new RunLengths();

    /**
     * @param committed told of each log row, once it is committed
     */
    public BatchHandler(BookingStore store, RecordDecoder decoder, Consumer<LogRow> committed) {
        this(store, decoder, Decider::decide, committed);
    }

    /** For a simulation that looks on while it is decided, or decides wrongly on purpose. */
    public BatchHandler(
            BookingStore store,
            RecordDecoder decoder,
            Fold.Rules rules,
            Consumer<LogRow> committed) {
        this.store = store;
        this.decoder = decoder;
        this.rules = rules;
        this.committed = committed;
    }

    /**
     * Applies all the records, or those before another writer came.
     *
     * @param records of one partition, in order and without gaps; not empty
     */
    @Override
    public Handled handle(
            Position.TopicId topic, int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        return handle(topic, partition, decode(topic, first(records)), afterFirst(records));
    }

    /**
     * The same with records that were read already, as from the log.
     *
     * @param records of one partition, in order; not empty
     */
    public Handled handle(int partition, List<DecodedRecord> records) {
        return handleInOrder(partition, Runs.of(records));
    }

    /** Bytes say the same whatever came before: the next ones are read while the database works. */
    private Handled handle(
            Position.TopicId topic,
            int partition,
            List<DecodedRecord> decoded,
            List<ConsumerRecord<byte[], byte[]>> rest) {
        if (rest.isEmpty()) {
            return handleInOrder(partition, Runs.of(decoded));
        }
        var next = CompletableFuture.supplyAsync(() -> decode(topic, first(rest)));
        Handled handled = handleInOrder(partition, Runs.of(decoded));
        return handled instanceof Handled.Fenced
                ? handled
                : handle(topic, partition, next.join(), afterFirst(rest));
    }

    private static <T> List<T> first(List<T> records) {
        return records.subList(0, Math.min(records.size(), Runs.MOST_RECORDS));
    }

    private static <T> List<T> afterFirst(List<T> records) {
        return records.subList(first(records).size(), records.size());
    }

    private List<DecodedRecord> decode(
            Position.TopicId topic, List<ConsumerRecord<byte[], byte[]>> records) {
        return spread(records).map(record -> decoder.decode(topic, record)).toList();
    }

    private static <T> Stream<T> spread(List<T> items) {
        return items.size() < WORTH_SPREADING ? items.stream() : items.parallelStream();
    }

    private Handled handleInOrder(int partition, List<List<DecodedRecord>> runs) {
        Handled first = handleOrSplit(partition, runs.getFirst());
        return first instanceof Handled.Fenced || runs.size() == 1
                ? first
                : handleInOrder(partition, runs.subList(1, runs.size()));
    }

    /**
     * What the database refuses as data is cut down until the culprit is alone; what is too much at
     * once, until it is not.
     */
    private Handled handleOrSplit(int partition, List<DecodedRecord> run) {
        int most = lengths.most();
        if (run.size() > most) {
            return handleSplit(partition, run, most);
        }
        try {
            Handled handled = handleRun(partition, run);
            lengths.wentWell(run.size());
            return handled;
        } catch (DataRefused refused) {
            return run.size() == 1
                    ? handleRun(partition, List.of(run.getFirst().refused(refused.sqlState())))
                    : handleSplit(partition, run, run.size() / 2);
        } catch (TooMuchAtOnce tooLong) {
            if (run.size() == 1) {
                throw tooLong;
            }
            lengths.wasTooLong(run.size());
            return handleSplit(partition, run, run.size() / 2);
        }
    }

    private Handled handleSplit(int partition, List<DecodedRecord> run, int at) {
        return handleInOrder(partition, List.of(run.subList(0, at), run.subList(at, run.size())));
    }

    private Handled handleRun(int partition, List<DecodedRecord> run) {
        long first = run.getFirst().offset();
        long after = run.getLast().offset() + 1;
        List<LogRow> rows = new ArrayList<>(run.size());
        Optional<Progress> reached =
                store.inTransaction(
                        transaction -> {
                            Optional<Progress> held = transaction.claim(partition, first, after);
                            if (held.isEmpty()) {
                                return Optional.<Progress>empty();
                            }
                            Recall recall = Recall.of(transaction, decoder, run);
                            Map<PracticeId, BookingState> states =
                                    new HashMap<>(transaction.load(needs(recall.said(run))));
                            recall.into(states);
                            rows.addAll(fold(states, run));
                            Progress progress = advance(held.get(), run.getLast(), rows);
                            transaction.write(states.values(), rows, progress);
                            return Optional.of(progress);
                        });
        rows.forEach(committed);
        return reached.<Handled>map(Handled.Committed::new)
                .orElseGet(() -> new Handled.Fenced(standing(partition)));
    }

    /** Decided one after the other; what is said of that in the log hangs together no more. */
    private List<LogRow> fold(Map<PracticeId, BookingState> states, List<DecodedRecord> run) {
        List<Folded> folded = new ArrayList<>(run.size());
        run.forEach(record -> folded.add(Fold.fold(rules, states, record)));
        return spread(folded).map(Folded::toLogRow).toList();
    }

    private static Map<PracticeId, Needs> needs(Map<PracticeId, List<Received>> said) {
        Map<PracticeId, Needs> needs = new HashMap<>();
        said.forEach((practice, received) -> needs.put(practice, Needs.of(received)));
        return needs;
    }

    private static Progress advance(Progress held, DecodedRecord last, List<LogRow> rows) {
        return new Progress(
                held.partition(),
                last.offset() + 1,
                last.leaderEpoch(),
                Optional.of(rows.getLast().commitment()),
                held.edge().plus(rows.stream().map(LogRow::leaf).toList()));
    }

    private long standing(int partition) {
        return store.progress(partition).map(Progress::nextOffset).orElse(0L);
    }
}
