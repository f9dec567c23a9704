package praxis.schemas.record;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Position.TopicId;

class PositionTest {
    @Test
    void hasNoNegativePart() {
        TopicId topic = new TopicId("kTq3xJ2oQ0qv1bXo8l5Nyg");

        assertThatIllegalArgumentException().isThrownBy(() -> new Position(topic, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(topic, 0, -1));
    }
}
