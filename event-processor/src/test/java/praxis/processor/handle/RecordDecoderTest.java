package praxis.processor.handle;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingState;
import praxis.processor.model.Received.Content;
import praxis.processor.model.Settings;
import praxis.schemas.command.CommandJson;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.EventReader;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.InboundRecord.HeaderNames;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class RecordDecoderTest {
    private static final TopicId TOPIC = new TopicId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final PracticeId OTHER = new PracticeId("other");

    private final RecordDecoder decoder = new RecordDecoder(new IdentityDigests(new byte[32]));

    @Test
    void readsWhatTheEdgeWrote() {
        DecodedRecord decoded = decode(arrivals().add(PracticeId.DEFAULT, ping()));

        assertThat(decoded.practice()).contains(PracticeId.DEFAULT);
        assertThat(decoded.notJsonb()).isEmpty();
        assertThat(decoded.received().content())
                .isInstanceOfSatisfying(
                        Content.Webhook.class,
                        webhook ->
                                assertThat(webhook.reading())
                                        .isInstanceOf(EventReader.Reading.Understood.class));
    }

    @Test
    void refusesBodyThatIsNotTheAcceptedOne() {
        ConsumerRecord<byte[], byte[]> honest =
                arrivals().add(PracticeId.DEFAULT, ping()).all().getFirst();
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);

        DecodedRecord decoded = decode(arrivals().add(other, new RecordHeaders(honest.headers())));

        assertThat(decoded.received().content())
                .isEqualTo(new Content.Unusable("The body is not the one that was accepted."));
    }

    @Test
    void keepsRecordWithoutHeadersAsUnusable() {
        DecodedRecord decoded = decode(arrivals().add(new byte[] {1, 2}, new RecordHeaders()));

        assertThat(decoded.practice()).isEmpty();
        assertThat(decoded.notJsonb()).contains("not_json");
        assertThat(decoded.received().content()).isInstanceOf(Content.Unusable.class);
    }

    @Test
    void knowsRecordAgainThatItCannotRead() {
        RecordHeaders headers =
                new RecordHeaders(
                        arrivals().add(PracticeId.DEFAULT, ping()).all().getFirst().headers());
        headers.remove(HeaderNames.PRACTICE);
        ConsumerRecord<byte[], byte[]> record =
                arrivals().add(new byte[] {1, 2}, headers).all().getLast();

        DecodedRecord decoded = decoder.decode(TOPIC, record);

        assertThat(RecordDigest.commitment(decoded.salt().toArray(), decoded.body().toArray()))
                .isEqualTo(RecordDigest.of(record));
    }

    @Test
    void takesHeaderWithoutValueForNone() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(HeaderNames.SALT, null);
        ConsumerRecord<byte[], byte[]> record =
                arrivals().add(new byte[] {1}, headers).all().getLast();

        assertThat(decoder.decode(TOPIC, record).salt().length()).isZero();
        assertThat(RecordDigest.of(record))
                .isEqualTo(RecordDigest.commitment(new byte[0], new byte[] {1}));
    }

    @Test
    void refusesCommandThatNobodySigned() {
        ConsumerRecord<byte[], byte[]> webhook =
                arrivals().add(PracticeId.DEFAULT, ping()).all().getFirst();
        RecordHeaders headers = new RecordHeaders(webhook.headers());
        headers.remove(HeaderNames.KIND);
        headers.add(HeaderNames.KIND, "command".getBytes(StandardCharsets.UTF_8));

        DecodedRecord decoded = decode(arrivals().add(webhook.value(), headers));

        assertThat(decoded.kind()).isEqualTo("command");
        assertThat(decoded.received().content()).isInstanceOf(Content.Unsealed.class);
    }

    @Test
    void obeysCommandThatBearsTheSealAndNoOther() {
        SentCommand sent =
                new SentCommand(
                        new UUID(4, 2),
                        new SentCommand.Sender("admin-1", "admin"),
                        new StaffCommand.RestoreBookingPatient(new BookingPatientId("B1")));
        CommandSeal ours = new CommandSeal(new byte[] {1});
        CommandSeal forged = new CommandSeal(new byte[] {2});

        assertThat(contentOf(ours, ours, sent, sent.id())).isEqualTo(new Content.Command(sent));
        assertThat(contentOf(ours, forged, sent, sent.id())).isEqualTo(new Content.Unsealed());
        assertThat(contentOf(ours, ours, sent, new UUID(4, 3)))
                .isInstanceOf(Content.Unusable.class);
    }

    private static Content contentOf(
            CommandSeal known, CommandSeal used, SentCommand sent, UUID id) {
        byte[] body = CommandJson.write(sent);
        var record =
                used.seal(
                        new InboundRecord(
                                InboundRecord.Kind.COMMAND,
                                PracticeId.DEFAULT,
                                Optional.of(id.toString()),
                                CommandSeal.SCHEME,
                                "",
                                Instant.parse("2026-03-02T09:15:30Z"),
                                Bytes.of(new byte[InboundRecord.SALT_BYTES]),
                                Bytes.of(RecordDigest.sha256().digest(body)),
                                false,
                                Optional.empty(),
                                Bytes.of(body)));
        return new RecordDecoder(new IdentityDigests(new byte[32]), Optional.of(known))
                .decode(
                        TOPIC,
                        arrivals()
                                .add(record.value(), new RecordHeaders(record.headers()))
                                .all()
                                .getFirst())
                .received()
                .content();
    }

    @Test
    void digestsTheSameBodyDifferentlyForEachPractice() {
        DecodedRecord here = decode(arrivals().add(PracticeId.DEFAULT, ping()));
        DecodedRecord there = decode(arrivals().add(OTHER, ping()));

        assertThat(here.received().bodyDigest()).isNotEqualTo(there.received().bodyDigest());
    }

    @Test
    void tellsWhyJsonbCannotHoldBody() {
        for (var each :
                List.of(
                        List.of("{\"event_type\":\"ping\",\"x\":\"\\u0000\"}", "unstorable_text"),
                        List.of("{\"event_type\":\"ping\",\"x\":\"\\ud800\"}", "unstorable_text"),
                        List.of("{\"event_type\":\"ping\",\"x\":1e99999}", "giant_number"),
                        List.of("no json", "not_json"))) {
            assertThat(decode(arrivals().add(PracticeId.DEFAULT, each.getFirst())).notJsonb())
                    .contains(each.getLast());
        }
    }

    @Test
    void readsTheSameAgainFromWhatTheLogKept() {
        DecodedRecord decoded =
                decode(
                        arrivals()
                                .add(
                                        PracticeId.DEFAULT,
                                        Optional.of("msg_1"),
                                        ping().getBytes(StandardCharsets.UTF_8)));
        var states = new HashMap<PracticeId, BookingState>();
        states.put(PracticeId.DEFAULT, new BookingState(PracticeId.DEFAULT, Settings.DEFAULT));

        DecodedRecord again = decoder.decodeStored(Fold.fold(states, decoded).toLogRow());

        assertThat(again.received()).isEqualTo(decoded.received());
    }

    private DecodedRecord decode(Arrivals arrivals) {
        return decoder.decode(TOPIC, arrivals.all().getLast());
    }

    private static Arrivals arrivals() {
        return new Arrivals(3);
    }

    private static String ping() {
        return "{\"event_type\":\"ping\",\"payload\":{}}";
    }
}
