package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

class FieldTest {
    private static final List<Field<String>> ALL =
            List.of(Field.absent(), Field.cleared(), Field.of("a"), Field.of("b"));

    static Stream<Field<String>> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void absentChangesNothing(Field<String> field) {
        assertThat(Field.<String>absent().over(field)).isEqualTo(field);
        assertThat(field.over(Field.absent())).isEqualTo(field);
    }

    @ParameterizedTest
    @MethodSource("all")
    void laterBeatsEarlierUnlessAbsent(Field<String> earlier) {
        assertThat(Field.<String>cleared().over(earlier)).isEqualTo(Field.cleared());
        assertThat(Field.of("c").over(earlier)).isEqualTo(Field.of("c"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameTwiceIsOnce(Field<String> field) {
        assertThat(field.over(field)).isEqualTo(field);
    }

    /** So a batch may be folded before it is laid over what the database holds. */
    @Test
    void groupsAtWill() {
        for (Field<String> first : ALL) {
            for (Field<String> second : ALL) {
                for (Field<String> third : ALL) {
                    assertThat(third.over(second).over(first))
                            .isEqualTo(third.over(second.over(first)));
                }
            }
        }
    }

    @Test
    void comesBackFromItsColumn() {
        assertThat(Field.fromColumn("a", true)).isEqualTo(Field.of("a"));
        assertThat(Field.fromColumn(null, true)).isEqualTo(Field.cleared());
        assertThat(Field.fromColumn(null, false)).isEqualTo(Field.absent());
    }

    @Test
    void mapsOnlyValues() {
        assertThat(Field.of("a").map(String::length)).isEqualTo(Field.of(1));
        assertThat(Field.<String>cleared().map(String::length)).isEqualTo(Field.cleared());
        assertThat(Field.<String>absent().map(String::length)).isEqualTo(Field.absent());
    }

    @Test
    void hasValueOnlyWhereThereIsOne() {
        assertThat(Field.of("a").toOptional()).contains("a");
        assertThat(Field.cleared().toOptional()).isEmpty();
        assertThat(Field.absent().toOptional()).isEmpty();
        assertThat(Field.absent().isAbsent()).isTrue();
        assertThat(Field.cleared().isAbsent()).isFalse();
    }
}
