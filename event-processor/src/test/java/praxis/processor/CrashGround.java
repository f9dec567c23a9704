package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jdbi.v3.core.Jdbi;

import praxis.processor.consume.ClientSettings;
import praxis.processor.crash.Kind;
import praxis.processor.crash.KnownIds;
import praxis.processor.handle.Arrivals;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.rebuild.Verification;
import praxis.processor.testbed.GroupMembers;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Where processors live and die: broker, database, traffic, and what must hold between them. */
final class CrashGround implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final List<Integer> PARTITIONS = List.of(1, 6, 11);
    private static final String UNDEFINED_TABLE = "42P01";

    private final Path directory;
    private final Machines machines;
    private final InboundTraffic traffic;
    private final GroupMembers members;
    private final Queue<CrashingLife> spare = new ArrayDeque<>();
    private Connection view;
    private int lives;
    private int round;
    private boolean isPrepared;
    private long onTopic;
    private long sent;

    CrashGround(Path directory) throws SQLException {
        this.directory = directory;
        machines = Machines.start(directory);
        machines.reset();
        traffic = new InboundTraffic(machines.bootstrap());
        members = new GroupMembers(machines.bootstrap(), ClientSettings.GROUP);
        view = machines.superuser();
    }

    /** Neither topics nor tables: as before the very first start. */
    void renew() throws SQLException {
        view.close();
        machines.reset();
        view = machines.superuser();
        onTopic = 0;
        isPrepared = false;
    }

    /** Begins the next life; another one gets ready beside it. */
    CrashingLife begin(String armedAt) {
        if (spare.isEmpty()) {
            spare.add(born());
        }
        CrashingLife life = spare.remove();
        spare.add(born());
        life.arm(armedAt);
        life.begin(machines);
        return life;
    }

    private CrashingLife born() {
        return new CrashingLife(machines, directory, lives++);
    }

    /** Its partitions are free at once, and not only when its session has timed out. */
    void bury(CrashingLife life) {
        life.close();
        members.expel();
    }

    /** There is a topic, and on it what the first round needs. */
    boolean isPrepared() {
        return isPrepared;
    }

    /** What the first round needs. */
    void prepare() {
        if (!isPrepared) {
            isPrepared = true;
            append(true);
        }
    }

    /** One of each kind for each partition, as one batch, and with it what the next ones need. */
    void sendRound() {
        append(false);
        round++;
        append(true);
    }

    private void append(boolean before) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int partition : PARTITIONS) {
            PracticeId practice = new PracticeId("praxis-" + partition);
            records.addAll(
                    before
                            ? Kind.beforeAll(partition, practice, round)
                            : Kind.all(partition, practice, round, new KnownIds(machines::texts)));
        }
        traffic.append(records);
        onTopic += records.size();
        sent += records.size();
    }

    void awaitCaughtUp(CrashingLife life) {
        awaitCaughtUpOrDead(life);
        assertThat(isCaughtUp()).as("it ended, and nobody told it to").isTrue();
    }

    void awaitCaughtUpOrDead(CrashingLife life) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> !life.isAlive() || isCaughtUp());
    }

    /** All partitions are known to the database, and nothing waits in them. */
    private boolean isCaughtUp() {
        try (Statement statement = view.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count(*), sum(next_offset) from ledger.progress")) {
            return found.next()
                    && found.getInt(1) == Topics.INBOUND_PARTITIONS
                    && found.getLong(2) == onTopic;
        } catch (SQLException failed) {
            if (UNDEFINED_TABLE.equals(failed.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(failed);
        }
    }

    /** Each record exactly one row, and everything else as those add up to. */
    void check(String after) {
        Verification.Report report =
                new Verification(
                                Jdbi.create(
                                        machines.jdbcUrl(), "praxis_processor", Machines.PASSWORD),
                                this::consumer,
                                new RecordDecoder(
                                        new IdentityDigests(new byte[32]),
                                        Optional.of(
                                                new CommandSeal(Arrivals.COMMAND_KEY.toArray()))))
                        .run();
        assertThat(report.findings()).as(after).isEmpty();
        assertThat(report.records()).as(after).isEqualTo(onTopic);
        assertThat(machines.query("select count(*) from ledger.event_log"))
                .as(after)
                .containsExactly(onTopic);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                ClientSettings.readingAll(Map.of("bootstrap.servers", machines.bootstrap()));
        settings.put("fetch.max.wait.ms", 5);
        return new KafkaConsumer<>(settings);
    }

    long sent() {
        return sent;
    }

    @Override
    public void close() throws SQLException {
        spare.forEach(CrashingLife::close);
        view.close();
        members.close();
        traffic.close();
        machines.close();
    }
}
