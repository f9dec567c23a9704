package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.Announcement;
import praxis.processor.model.Backlog;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.CalendarFeed;
import praxis.processor.model.Directory;
import praxis.processor.model.Effect;
import praxis.processor.model.Needs;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.Settings;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.record.Position.TopicId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many statements a batch takes, that each is sound, and that each looks only where it must.
 */
class StatementsIT {
    private static final Path SOURCES = Path.of("src/main/java/praxis/processor/apply");

    /**
     * A rebuild puts its statements together from the tables that there are; RebuildIT runs them.
     */
    private static final String OF_SHADOWS = "Shadow";

    private static final Pattern STATEMENT =
            Pattern.compile("createQuery\\(|createUpdate\\(|handle\\.execute\\(");

    private final TestDatabase database = TestDatabase.fresh();
    private final Database connections = database.asProcessor();
    private final Jdbi jdbi = connections.jdbi();
    private final Statements statements = new Statements();
    private final JdbiBookingStore store = new JdbiBookingStore(jdbi);

    StatementsIT() {
        jdbi.setSqlLogger(statements);
    }

    @AfterEach
    void leave() {
        connections.close();
    }

    @Test
    void takesNoMoreForThousandRecordsOfFiftyPracticesThanForFew() {
        // After the first transactions, in which plans are made anew more often.
        fold(1, 50, 3, 40);
        int few = statements.in(() -> fold(2, 1, 20, 1));
        int many = statements.in(() -> fold(3, 1, 1_000, 1));
        int spread = statements.in(() -> fold(4, 50, 1_000, 1));
        assertThat(many).isLessThanOrEqualTo(few + 5);
        assertThat(spread).isEqualTo(many);
    }

    @Test
    void asksNothingThatHasNoAnswerForLonePing() {
        Steps steps = new Steps(store, 0);
        for (int i = 0; i < 3; i++) {
            steps.apply(LINDENHOF, Naming.nothing().needs());
        }
        int alone = statements.in(() -> steps.apply(LINDENHOF, Naming.nothing().needs()));
        // Where it stands, claim, settings, fresh plans, sign of life, progress.
        assertThat(alone).isEqualTo(6);
    }

    private void fold(int partition, int practices, int records, int batches) {
        store.begin(partition);
        BatchHandler handler =
                new BatchHandler(
                        store, new RecordDecoder(new IdentityDigests(new byte[32])), _ -> {});
        Traffic traffic = new Traffic(partition, partition, practices);
        for (int i = 0; i < batches; i++) {
            assertThat(handler.handle(new TopicId("topic"), partition, traffic.next(records)))
                    .isInstanceOf(Handled.Committed.class);
        }
    }

    @Test
    void runsEachStatementThatTheSourcesHold() throws IOException {
        everything();
        long inSources = 0;
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(StatementsIT::isOfLive).toList()) {
                inSources += STATEMENT.matcher(Files.readString(file)).results().count();
            }
        }
        assertThat(statements.seen).hasSize(Math.toIntExact(inSources));
    }

    private static boolean isOfLive(Path file) {
        return !file.getFileName().toString().startsWith(OF_SHADOWS);
    }

    private void everything() {
        InstallationStore installation = new InstallationStore(jdbi);
        installation.remember(new InstallationStore.Source(new TopicId("t"), 12));
        Steps steps = new Steps(store, 0);
        Needs needs =
                Naming.nothing()
                        .whoResembles("anna")
                        .speaker(Samples.bookingPatientId("p"), Samples.sayingEmail("anna"))
                        .appointment(Samples.appointmentId("a"))
                        .identity("id:1")
                        .patient(Samples.patientId("anna"))
                        .review(Samples.question("r", Kind.AMBIGUOUS, "p").id())
                        .directory()
                        .login("u-1")
                        .timePolicy(TimePolicy.LOCAL, Samples.MORNING)
                        .needs();
        Effect[] effects = {
            new Effect.PutPatient(Samples.patient("anna").withLogin(Optional.of("u-1"))),
            new Effect.PutPatient(Samples.patient("anna")),
            new Effect.PutBookingPatient(Samples.linked("p", "anna")),
            new Effect.PutAppointment(Samples.appointment("a", "p")),
            new Effect.TakeIdentity(Samples.identity("id:1", 0)),
            new Effect.KeepApart(Samples.bookingPatientId("q"), Samples.patientId("anna")),
            new Effect.PutReview(Samples.question("r", Kind.AMBIGUOUS, "p")),
            new Effect.ChangeSettings(Settings.DEFAULT),
            new Effect.PutDirectory(Directory.EMPTY),
            new Effect.PutCalendarFeed(new CalendarFeed(Samples.patientId("anna"), "hash")),
        };
        steps.apply(LINDENHOF, needs, effects);
        steps.apply(LINDENHOF, needs, effects);
        steps.apply(
                LINDENHOF,
                needs,
                new Effect.PutPatient(
                        Samples.patient("anna")
                                .withDetails(
                                        Samples.oddPatient("b").details(),
                                        Samples.patient("anna").toolFields())));
        steps.apply(
                LINDENHOF,
                needs,
                new Effect.DropAppointment(Samples.appointmentId("a")),
                new Effect.DropCalendarFeed(Samples.patientId("anna")));
        steps.announce(
                LINDENHOF,
                new Announcement(
                        Samples.uuid("m"), Announcement.Topic.DEAD_LETTER, "event.failed", "{}"));
        assertThat(steps.recall(LINDENHOF, Samples.uuid("no such event"))).isEmpty();
        Outbox outbox = new JdbiOutbox(jdbi);
        outbox.published(outbox.waiting(0, 1).getFirst().place());
        assertThat(outbox.backlog(0).rows()).isZero();
        assertThat(outbox.trim(0, Duration.ofDays(1), 1)).isZero();
        Tables.execute(database, "update projection.practices set keys_version = 'another'");
        steps.load(LINDENHOF, needs);
        assertThat(new SnapshotReader(jdbi).read().practices()).hasSize(1);
        Backlog backlog = new ReviewBacklog(jdbi).read(Samples.MORNING);
        assertThat(backlog.open()).isEqualTo(1);
        assertThat(backlog.oldest()).contains(Samples.MORNING);
    }

    @Test
    void looksUpNoMoreRowsThanItNeedsWhileTablesGrow() {
        // Nobody analyses the tables meanwhile: the planner has to find its way by itself.
        Tables.execute(database, "alter system set autovacuum = off");
        Tables.execute(database, "select pg_reload_conf()");
        Steps steps = new Steps(store, 0);
        int people = 600;
        for (int i = 0; i < people; i++) {
            String name = "n" + i;
            steps.apply(
                    LINDENHOF,
                    needsOf(name),
                    new Effect.PutPatient(Samples.patient(name)),
                    new Effect.PutBookingPatient(
                            i % 2 == 0
                                    ? Samples.linked(name, name)
                                    : Samples.bookingPatient(name, Standing.IN_REVIEW)),
                    new Effect.PutAppointment(Samples.appointment(name, name)),
                    new Effect.TakeIdentity(Samples.identity("id:" + name, i)),
                    new Effect.KeepApart(Samples.bookingPatientId(name), Samples.patientId("x")),
                    new Effect.PutReview(Samples.question(name, Kind.EMAIL_ONLY, name)));
        }
        Map<String, Long> before = rowsVisited();
        int asked = 100;
        for (int i = 0; i < asked; i++) {
            steps.load(LINDENHOF, needsOf("n" + (i * 5)));
        }
        Map<String, Long> visited = rowsVisited();
        before.forEach((by, rows) -> visited.merge(by, -rows, Long::sum));
        assertThat(visited).allSatisfy((by, rows) -> assertThat(rows).isLessThan(5L * asked));
    }

    private static Needs needsOf(String name) {
        return Naming.nothing()
                .speaker(Samples.bookingPatientId(name), Samples.sayingEmail(name))
                .appointment(Samples.appointmentId(name))
                .identity("id:" + name)
                .needs();
    }

    /** By each index, and by walking over the tables. */
    private Map<String, Long> rowsVisited() {
        // The store's own backend keeps its newest figures to itself for up to a second.
        jdbi.useHandle(handle -> handle.execute("select pg_stat_force_next_flush()"));
        Tables.read(database, "select pg_stat_force_next_flush()::text, pg_sleep(0.2)::text");
        Map<String, Long> visited = new HashMap<>();
        Tables.read(
                        database,
                        """
                        select indexrelname as by, idx_tup_read as rows
                        from pg_stat_user_indexes where schemaname = 'projection'
                        union all
                        select relname, seq_tup_read
                        from pg_stat_user_tables where schemaname = 'projection'
                        """)
                .forEach(row -> visited.put((String) row.get("by"), (Long) row.get("rows")));
        return visited;
    }

    private static final class Statements implements SqlLogger {
        private final Set<String> seen = new LinkedHashSet<>();
        private final List<String> run = new ArrayList<>();

        @Override
        public void logAfterExecution(StatementContext context) {
            seen.add(context.getRawSql());
            run.add(context.getRawSql());
        }

        private int in(Runnable work) {
            run.clear();
            work.run();
            return run.size();
        }
    }
}
