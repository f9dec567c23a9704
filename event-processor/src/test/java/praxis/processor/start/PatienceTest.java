package praxis.processor.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

class PatienceTest {
    private final StartStage stage = new StartStage();
    private final Patience patience = new Patience(stage, () -> false);

    @Test
    void triesAgainAndSaysForWhomItWaits() {
        List<String> words = new ArrayList<>();
        Iterator<Boolean> away = List.of(true, true, false).iterator();
        Outcome<String> outcome =
                patience.with(
                        "the database",
                        () -> {
                            words.add(stage.words());
                            if (away.next()) {
                                throw new ConnectException();
                            }
                            return new Outcome.Done<>("there");
                        });
        assertThat(outcome).isEqualTo(new Outcome.Done<>("there"));
        assertThat(words.getFirst()).isEqualTo("asking the database");
        assertThat(words.getLast()).startsWith("waiting for the database: ConnectException");
    }

    @Test
    void refusesWhatWaitingWillNotMend() {
        Outcome<String> outcome =
                patience.with(
                        "the database",
                        () -> {
                            throw new IllegalStateException("no such role");
                        });
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.sentence())
                                        .startsWith("Not started: the database answers")
                                        .doesNotContain("no such role"));
    }

    @Test
    void endsWhenNobodyWantsTheStartAnyMore() {
        Outcome<String> outcome =
                new Patience(stage, () -> true)
                        .with("the broker", () -> new Outcome.Done<>("never asked"));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }
}
