package praxis.processor.handle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Received;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

class RunsTest {
    private static final TopicId TOPIC = new TopicId("AAAAAAAAAAAAAAAAAAAAAA");

    private final RecordDecoder decoder = new RecordDecoder(new IdentityDigests(new byte[32]));

    @Test
    void leavesOrdinaryBatchWhole() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < 100; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.patient("B" + i, "Ada", "Muster"));
            arrivals.add(PracticeId.DEFAULT, Arrivals.appointment("A" + i, "B1"));
        }

        assertThat(sizes(arrivals)).containsExactly(200);
    }

    @Test
    void cutsBeforeTheNinthEventOfOnePatient() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < 20; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.patient("B1", "Ada" + i, "Muster"));
        }

        assertThat(sizes(arrivals)).containsExactly(8, 8, 4);
    }

    @Test
    void countsEachPracticeForItself() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < 8; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.patient("B1", "Ada", "Muster"));
            arrivals.add(new PracticeId("other"), Arrivals.patient("B1", "Ada", "Muster"));
        }

        assertThat(sizes(arrivals)).containsExactly(16);
    }

    @Test
    void boundsTheSizeOfOneTransaction() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < Runs.MOST_RECORDS + 1; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.appointment("A" + i, "B1"));
        }

        assertThat(sizes(arrivals)).containsExactly(Runs.MOST_RECORDS, 1);
    }

    @Test
    void cutsBeforeTheNinthThatIsToBeProcessedAgain() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < 12; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.appointment("A" + i, "B1"));
        }
        List<DecodedRecord> redrives =
                arrivals.all().stream()
                        .map(record -> redrive(decoder.decode(TOPIC, record)))
                        .toList();

        assertThat(Runs.of(redrives)).extracting(List::size).containsExactly(8, 4);
    }

    private static DecodedRecord redrive(DecodedRecord record) {
        Received received = record.received();
        SentCommand sent =
                new SentCommand(
                        new UUID(1, record.offset()),
                        new SentCommand.Sender("admin-1", "admin"),
                        new StaffCommand.RedriveEvent(new UUID(2, record.offset())));
        return new DecodedRecord(
                record.partition(),
                record.offset(),
                record.practice(),
                "command",
                record.scheme(),
                record.secretFingerprint(),
                record.salt(),
                record.body(),
                record.notJsonb(),
                record.leaderEpoch(),
                new Received(
                        received.eventId(),
                        received.offset(),
                        received.receivedAt(),
                        false,
                        Optional.of(sent.id().toString()),
                        received.bodyDigest(),
                        new Received.Content.Command(sent)));
    }

    private List<Integer> sizes(Arrivals arrivals) {
        return Runs.of(
                        arrivals.all().stream()
                                .map(record -> decoder.decode(TOPIC, record))
                                .toList())
                .stream()
                .map(List::size)
                .toList();
    }
}
