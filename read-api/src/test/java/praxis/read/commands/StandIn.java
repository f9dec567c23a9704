package praxis.read.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import praxis.read.TestBroker;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.command.CommandJson;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand.ChangePatient;
import praxis.schemas.command.StaffCommand.ChangeSettings;
import praxis.schemas.command.StaffCommand.ChangeTherapists;
import praxis.schemas.command.StaffCommand.ConnectLogin;
import praxis.schemas.command.StaffCommand.CreatePatient;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.command.StaffCommand.IssueCalendarFeed;
import praxis.schemas.command.StaffCommand.RedriveEvent;
import praxis.schemas.command.StaffCommand.RevokeCalendarFeed;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Takes commands from a real broker and leaves the rows that the processor would, for one practice.
 * How commands are decided is tested where that is written; here only how they are sent and what is
 * answered.
 */
public final class StandIn implements AutoCloseable {
    private final TestDatabase database;
    private final TestPractice practice;
    private final CommandSeal seal = new CommandSeal(new byte[32]);
    private final Map<String, String> taken = new HashMap<>();
    private final List<SentCommand> seen = new CopyOnWriteArrayList<>();
    private final Semaphore awake = new Semaphore(1);
    private final Thread thread = Thread.ofPlatform().name("stand-in").unstarted(this::run);
    private volatile boolean closing;

    // Which event the row that is written settles; known to the thread alone.
    private @Nullable UUID about;

    public StandIn(TestDatabase database, TestPractice practice) {
        this.database = database;
        this.practice = practice;
        thread.start();
    }

    /** The commands of the practice that it has taken, repetitions among them. */
    public List<SentCommand> seen() {
        return List.copyOf(seen);
    }

    public void sleep() {
        awake.acquireUninterruptibly();
    }

    public void wake() {
        awake.release();
    }

    private void run() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.bootstrap(),
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> all =
                    IntStream.range(0, Topics.INBOUND_PARTITIONS)
                            .mapToObj(number -> new TopicPartition(Topics.INBOUND, number))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                    awake.acquireUninterruptibly();
                    take(record);
                    awake.release();
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (InboundRecord.read(record.value(), record.headers())
                        instanceof InboundRecord.Reading.Valid(InboundRecord command)
                && command.practice().value().equals(practice.id())) {
            if (!seal.holds(command, record.headers())) {
                throw new AssertionError("a command without its seal");
            }
            if (!(CommandJson.read(StrictJson.parse(record.value()))
                    instanceof CommandJson.Reading.Understood(SentCommand sent))) {
                throw new AssertionError("a command that nobody understands");
            }
            seen.add(sent);
            decide(record, sent);
        }
        database.execute(
                """
                insert into ledger.progress (partition_no, next_offset) values (?, ?)
                on conflict (partition_no) do update set next_offset = excluded.next_offset
                """,
                record.partition(),
                record.offset() + 1);
    }

    private void decide(ConsumerRecord<byte[], byte[]> record, SentCommand sent) {
        String body = new String(record.value(), StandardCharsets.UTF_8);
        String first = taken.putIfAbsent(sent.id().toString(), body);
        if (first != null) {
            boolean same = first.equals(body);
            log(record, sent, same ? "duplicate" : "error", same ? "duplicate" : "id_reused", null);
            return;
        }
        switch (sent.command()) {
            case CreatePatient(PatientFields fields, var therapist) -> {
                UUID created =
                        practice.patient(
                                fields.firstName().toOptional().orElse(null),
                                fields.lastName().toOptional().orElse(null),
                                therapist.orElse(null),
                                null);
                logFirst(record, sent, "success", "created", created);
            }
            case ChangePatient(UUID patient, PatientFields fields, var therapist) -> {
                if (!fields.phone().isAbsent()) {
                    practice.setPatient(patient, "phone", fields.phone().toOptional().orElse(null));
                }
                logFirst(record, sent, "success", "changed", patient);
            }
            case DecideReview(UUID review, var answer, var reason) -> {
                boolean wasFirst = practice.isOpen(review);
                practice.decided(review, sent.by().sub(), answer.wireName(), null);
                logFirst(
                        record,
                        sent,
                        wasFirst ? "success" : "error",
                        wasFirst ? "decided" : "already_decided",
                        null);
            }
            case ChangeSettings(long basedOn, PracticeSettings wanted) ->
                    chosen(record, sent, basedOn, () -> practice.chooses(wanted));
            case ChangeTherapists(long basedOn, var therapists) ->
                    chosen(record, sent, basedOn, () -> practice.lists(therapists));
            case ConnectLogin(UUID patient, var login) -> {
                practice.setPatient(patient, "user_id", login.orElse(null));
                logFirst(record, sent, "success", "changed", patient);
            }
            case RedriveEvent(UUID event) -> {
                boolean isOpen = practice.currentStatus(event).equals("error");
                about = isOpen ? event : null;
                logFirst(
                        record,
                        sent,
                        isOpen ? "needs_review" : "error",
                        isOpen ? "needs_review" : "already_processed",
                        null);
                about = null;
            }
            case IssueCalendarFeed(UUID patient, String tokenHash) -> {
                practice.feed(patient, tokenHash);
                logFirst(record, sent, "success", "issued", patient);
            }
            case RevokeCalendarFeed(UUID patient) -> {
                practice.feed(patient, null);
                logFirst(record, sent, "success", "revoked", patient);
            }
            default -> logFirst(record, sent, "error", "not_found", null);
        }
    }

    private void chosen(
            ConsumerRecord<byte[], byte[]> record, SentCommand sent, long basedOn, Runnable take) {
        boolean based = practice.version() == basedOn;
        if (based) {
            take.run();
        }
        logFirst(
                record,
                sent,
                based ? "success" : "error",
                based ? "changed" : "changed_since",
                null);
    }

    private void logFirst(
            ConsumerRecord<byte[], byte[]> record,
            SentCommand sent,
            String status,
            String what,
            @Nullable UUID patient) {
        UUID event = log(record, sent, status, what, patient);
        database.execute(
                """
                insert into projection.taken_identities (
                    practice_id, identity_key, body_digest, event_id, record_offset, received_at)
                values (?, ?, '', ?, ?, now())
                """,
                practice.id(),
                "command:" + sent.id(),
                event,
                record.offset());
    }

    private UUID log(
            ConsumerRecord<byte[], byte[]> record,
            SentCommand sent,
            String status,
            String what,
            @Nullable UUID patient) {
        UUID event = UUID.randomUUID();
        ObjectNode outcome =
                StrictJson.object()
                        .put("what", what)
                        .put("by", sent.by().sub())
                        .put("command_id", sent.id().toString());
        if (patient != null) {
            outcome.put("patient_id", patient.toString());
        }
        database.execute(
                """
                insert into ledger.event_log (
                    partition_no, record_offset, id, practice_id, kind, event_type, received_at,
                    scheme, secret_fingerprint, backfill, about_event_id, processing_status,
                    error_message, outcome, commitment, leaf)
                values (?, ?, ?, ?, 'command', ?, now(), 'command-mac', '', false, ?, ?, ?,
                    cast(? as json), 'c', 'l')
                """,
                record.partition(),
                record.offset(),
                event,
                practice.id(),
                sent.command().type().wireName(),
                about,
                status,
                status.equals("error") ? "refused" : null,
                StrictJson.write(outcome));
        return event;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
