package praxis.read.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class EntityTagTest {
    private final EntityTag tag = EntityTag.of("answer".getBytes(StandardCharsets.UTF_8));

    @Test
    void isWeakAndTellsAnswersApart() {
        assertThat(tag.value()).startsWith("W/\"").endsWith("\"");
        assertThat(EntityTag.of("other".getBytes(StandardCharsets.UTF_8))).isNotEqualTo(tag);
        assertThat(EntityTag.of("answer".getBytes(StandardCharsets.UTF_8))).isEqualTo(tag);
    }

    @Test
    void findsItselfAmongOthers() {
        String strong = tag.value().substring(2);
        assertThat(tag.isAmong(List.of(tag.value()))).isTrue();
        assertThat(tag.isAmong(List.of(strong))).isTrue();
        assertThat(tag.isAmong(List.of("*"))).isTrue();
        assertThat(tag.isAmong(List.of("\"a\", " + tag.value() + " ,W/\"b\""))).isTrue();
        assertThat(tag.isAmong(List.of("\"a\"", strong))).isTrue();
    }

    @Test
    void findsItselfNowhereElse() {
        assertThat(tag.isAmong(List.of())).isFalse();
        assertThat(tag.isAmong(List.of("", "\"\"", "W/\"\"", ",", "W/", "\"a\", \"b\""))).isFalse();
        assertThat(tag.isAmong(List.of(tag.value().substring(0, 8)))).isFalse();
    }
}
