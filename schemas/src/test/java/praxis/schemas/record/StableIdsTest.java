package praxis.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Position.TopicId;

import java.util.Set;
import java.util.UUID;

/** The expected ids were computed by another implementation of RFC 9562, in another language. */
class StableIdsTest {
    private static final TopicId TOPIC = new TopicId("kTq3xJ2oQ0qv1bXo8l5Nyg");

    @Test
    void makesIdOfEvent() {
        assertThat(StableIds.ofEvent(new Position(TOPIC, 7, 1_234_567_890_123L)))
                .hasToString("9a72dc0c-4114-5e36-bb34-79cf83249a8e");
        assertThat(StableIds.ofEvent(new Position(TOPIC, 0, 0)))
                .hasToString("204a3321-742e-50d0-b13c-6007b7d6ae12");
    }

    @Test
    void makesIdOfAnything() {
        assertThat(StableIds.of("announcement"))
                .hasToString("62c94ae8-6dbc-59f9-862d-700d0e16ddfc");
        assertThat(StableIds.of("review", "praxis-am-park", "identity:bp-ä\uD83D\uDE42", "x"))
                .hasToString("56149840-6e4c-5c91-8a87-06dbe40d0bfa");
    }

    @Test
    void marksThemAsNameBased() {
        UUID id = StableIds.of("review", "x");

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void tellsPartsApartHoweverTheyAreCut() {
        assertThat(
                        Set.of(
                                StableIds.of("a", "b", "c"),
                                StableIds.of("a", "bc"),
                                StableIds.of("a", "b\u001f1\u001fc"),
                                StableIds.of("a", "", "bc"),
                                StableIds.of("a", "c", "b"),
                                StableIds.of("b", "a", "c")))
                .hasSize(6);
    }

    @Test
    void tellsPlacesApart() {
        assertThat(
                        Set.of(
                                StableIds.ofEvent(new Position(TOPIC, 1, 23)),
                                StableIds.ofEvent(new Position(TOPIC, 12, 3)),
                                StableIds.ofEvent(new Position(new TopicId("other"), 1, 23))))
                .hasSize(3);
    }
}
