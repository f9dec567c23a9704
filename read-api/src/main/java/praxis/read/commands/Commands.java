package praxis.read.commands;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

import org.jdbi.v3.core.JdbiException;

import praxis.read.access.Caller;
import praxis.read.answers.Answer;
import praxis.read.answers.Cursors;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.CommandLog.Appended;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.SentCommand.Sender;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.json.JsonbFitness;
import praxis.schemas.record.StableIds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The one way in which anything is changed from here: puts a command on the log, and answers when
 * its effect can be seen, or after a while with where to ask.
 */
public final class Commands {
    /** Then whoever waits is told where to ask instead (SPEC 6). */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandSealing sealing;
    private final CommandLog log;
    private final FateFinder fates;
    private final Cursors cursors;
    private final MeterRegistry metrics;

    public Commands(
            CommandSealing sealing,
            CommandLog log,
            FateFinder fates,
            Cursors cursors,
            MeterRegistry metrics) {
        this.sealing = sealing;
        this.log = log;
        this.fates = fates;
        this.cursors = cursors;
        this.metrics = metrics;
    }

    /** What is answered in the end. */
    public interface Ending {
        /** It took effect; answers with what is there now. */
        HttpResponse<?> done(Entry entry);

        /** Instead of the usual words. */
        default Optional<HttpResponse<?>> refused(Refusal why) {
            return Optional.empty();
        }
    }

    /** An order, and how it is answered. */
    public record Order(StaffCommand command, Ending ending) {}

    /** Blocks for a few seconds at most. */
    public HttpResponse<?> order(
            HttpRequest<?> request, Caller caller, StaffCommand command, Ending ending) {
        return order(request, caller, _ -> new Order(command, ending));
    }

    /**
     * The same for an order that holds a secret: made of the request's key, it is the same one when
     * the request is repeated.
     */
    public HttpResponse<?> order(
            HttpRequest<?> request, Caller caller, Function<String, Order> ofKey) {
        return switch (IdempotencyKey.read(request)) {
            case Reading.Refused<Optional<String>> refused ->
                    Problem.badParameters(refused.errors());
            case Reading.Valid<Optional<String>>(Optional<String> key) ->
                    isNameable(caller)
                            ? send(caller, key.orElseGet(sealing::nonce), ofKey)
                            : notNameable();
        };
    }

    private static HttpResponse<?> notNameable() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "Your login's name is too long to sign an order with.")
                .toResponse();
    }

    /**
     * Several orders of one request, which take effect in this order, each by itself. Blocks for a
     * few seconds at most.
     *
     * @param commands by names that are theirs under the request's key
     */
    public HttpResponse<?> orderAll(
            HttpRequest<?> request,
            Caller caller,
            SequencedMap<String, StaffCommand> commands,
            Function<List<Ordered>, HttpResponse<?>> ending) {
        return switch (IdempotencyKey.read(request)) {
            case Reading.Refused<Optional<String>> refused ->
                    Problem.badParameters(refused.errors());
            case Reading.Valid<Optional<String>>(Optional<String> key) ->
                    isNameable(caller)
                            ? sendAll(caller, key.orElseGet(sealing::nonce), commands)
                                    .<HttpResponse<?>>map(ending)
                                    .orElseGet(Commands::unconfirmed)
                            : notNameable();
        };
    }

    private Optional<List<Ordered>> sendAll(
            Caller caller, String key, SequencedMap<String, StaffCommand> commands) {
        List<Receipt> receipts = new ArrayList<>();
        for (var each : commands.entrySet()) {
            SentCommand sent =
                    new SentCommand(
                            id(caller, key + "/" + each.getKey()), by(caller), each.getValue());
            if (!(log.append(sealing.record(caller.practice(), sent))
                    instanceof Appended.At(int partition, long offset))) {
                count("unconfirmed");
                return Optional.empty();
            }
            receipts.add(new Receipt(sent.id(), partition, offset));
        }
        return Optional.of(ordered(caller, receipts));
    }

    /** All stand on one partition: once the last is passed, all are. */
    private List<Ordered> ordered(Caller caller, List<Receipt> receipts) {
        boolean passed = fates.awaitPassed(receipts.getLast(), PATIENCE);
        return receipts.stream()
                .map(
                        receipt ->
                                Ordered.of(
                                        receipt.command(),
                                        passed ? fate(caller, receipt) : new Fate.Pending(receipt)))
                .toList();
    }

    private Fate fate(Caller caller, Receipt receipt) {
        try {
            return fates.settled(caller, receipt);
        } catch (JdbiException databaseAway) {
            return new Fate.Pending(receipt);
        }
    }

    private static boolean isNameable(Caller caller) {
        String subject = caller.subject().value();
        return subject.length() <= SentCommand.LONGEST_TEXT && JsonbFitness.isStorable(subject);
    }

    private HttpResponse<?> send(Caller caller, String key, Function<String, Order> ofKey) {
        Order order = ofKey.apply(key);
        SentCommand sent = new SentCommand(id(caller, key), by(caller), order.command());
        return switch (log.append(sealing.record(caller.practice(), sent))) {
            case Appended.Unconfirmed _ -> {
                count("unconfirmed");
                yield unconfirmed();
            }
            case Appended.At(int partition, long offset) ->
                    ended(caller, new Receipt(sent.id(), partition, offset), order.ending());
        };
    }

    private static Sender by(Caller caller) {
        return new Sender(caller.subject().value(), caller.role().wireName());
    }

    /** Without the address: a key that comes again with another request is refused, not obeyed. */
    private static UUID id(Caller caller, String key) {
        return StableIds.of("command", caller.practice().value(), caller.subject().value(), key);
    }

    /** The command is on the log: whatever fails from here on, it will be carried out. */
    private HttpResponse<?> ended(Caller caller, Receipt receipt, Ending ending) {
        try {
            return answer(caller, fates.await(caller, receipt, PATIENCE), ending);
        } catch (JdbiException databaseAway) {
            return pending(caller, receipt);
        }
    }

    private HttpResponse<?> answer(Caller caller, Fate fate, Ending ending) {
        return switch (fate) {
            case Fate.Done(Entry entry) -> {
                count("done");
                yield ending.done(entry);
            }
            case Fate.Refused refused -> {
                count("refused");
                yield refused.why()
                        .flatMap(ending::refused)
                        .orElseGet(() -> Refusals.answer(refused));
            }
            case Fate.Pending(Receipt receipt) -> pending(caller, receipt);
        };
    }

    private HttpResponse<?> pending(Caller caller, Receipt receipt) {
        count("pending");
        String location =
                "/api/commands/"
                        + receipt.command()
                        + "?receipt="
                        + receipt.sealed(cursors, caller);
        return Answer.of(HttpStatus.ACCEPTED, CommandView.pending(receipt.command()))
                .header(HttpHeaders.LOCATION, location);
    }

    private static HttpResponse<?> unconfirmed() {
        return Problem.unavailable(
                "Nobody confirmed in time that the order was recorded. Repeat it with the same"
                        + " Idempotency-Key: then it counts once, whatever became of this one.");
    }

    private void count(String fate) {
        metrics.counter("read.commands", "fate", fate).increment();
    }
}
