package praxis.sandbox.command;

import praxis.sandbox.database.FlowCounts;
import praxis.sandbox.database.FlowQueries;
import praxis.sandbox.screen.FlowTable;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.screen.Welcome;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.system.StopWish;
import praxis.sandbox.tool.BookingTool;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.ToolCounts;
import praxis.sandbox.tool.Traffic;
import praxis.sandbox.tool.WebhookClient;
import praxis.schemas.record.PracticeId;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The time between a start and a stop: a welcome, and then a line per second. */
final class UpSession {
    private static final long ONE_SECOND = 1_000;

    private final Sandbox sandbox;
    private final Screen screen;
    private final InstantSource clock;
    private final FlowTable table;
    private final FlowQueries queries = new FlowQueries();

    UpSession(Sandbox sandbox, Screen screen, InstantSource clock) {
        this.sandbox = sandbox;
        this.screen = screen;
        this.clock = clock;
        this.table = new FlowTable(screen);
    }

    void welcome() {
        screen.say(Welcome.of(sandbox, clock.instant()));
    }

    /** Returns when the wish comes. */
    void watchWithDemo(StopWish wish, long seed, double rate) throws InterruptedException {
        screen.say(
                "A simulated booking tool sends %s deliveries per second (repeat them with --seed %d)."
                        .formatted(rate, seed));
        WebhookClient client =
                new WebhookClient(
                        new Signer(sandbox.secrets().webhook()), PracticeId.DEFAULT, clock);
        try (BookingTool tool =
                new BookingTool(new Traffic(seed), client, sandbox.edges(), clock)) {
            tool.start(rate);
            watch(wish, tool::counts);
        }
    }

    void watch(StopWish wish) throws InterruptedException {
        watch(wish, () -> new ToolCounts(0, 0, 0, 0, 0));
    }

    private void watch(StopWish wish, Supplier<ToolCounts> tool) throws InterruptedException {
        do {
            table.show(clock.instant(), tool.get(), flow());
        } while (!wish.await(ONE_SECOND));
    }

    /** Nobody misses one line: a database that is away for a moment is shown as nothing new. */
    private FlowCounts flow() {
        try (Connection connection = sandbox.superuser()) {
            return queries.count(connection);
        } catch (SQLException away) {
            screen.failed("The database cannot be counted: " + away.getMessage());
            return FlowCounts.NONE;
        }
    }
}
