package praxis.processor.handle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.util.List;

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
