package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.EventReader.Reading;
import praxis.schemas.event.GoldenFiles.GoldenFile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class HostileBytesTest {
    private static final int MUTATIONS_PER_SEED = 2_000;

    private enum Outcome {
        UNDERSTOOD,
        NOT_JSON,
        MALFORMED,
        UNKNOWN_TYPE
    }

    private static final List<byte[]> ORIGINALS =
            GoldenFiles.all().stream().map(GoldenFile::bytes).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void turnsSpoiledDocumentsIntoValues(long seed) {
        Mutations mutations = new Mutations(new Random(seed), ORIGINALS);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

        for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            byte[] bytes = mutations.next();
            outcomes.merge(outcomeOf(bytes), 1, Integer::sum);
        }

        // A mutation that reaches only one of the four would test little.
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
    }

    @Test
    void turnsRandomBytesIntoValues() {
        Random random = new Random(11);
        for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);

            assertThat(EventReader.read(bytes)).isNotNull();
        }
    }

    static List<GoldenFile> valid() {
        return GoldenFiles.valid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void turnsEveryTruncationIntoAValue(GoldenFile file) {
        byte[] whole = file.bytes();

        assertThat(IntStream.range(0, whole.length - 2).mapToObj(end -> Arrays.copyOf(whole, end)))
                .allSatisfy(
                        part ->
                                assertThat(EventReader.read(part))
                                        .isEqualTo(new Reading.NotJson()));
    }

    private static Outcome outcomeOf(byte[] bytes) {
        return switch (EventReader.read(bytes)) {
            case Reading.Understood understood -> {
                assertThat(isStorable(Rendering.of(understood))).isTrue();
                yield Outcome.UNDERSTOOD;
            }
            case Reading.NotJson _ -> Outcome.NOT_JSON;
            case Reading.Malformed(_, List<FieldProblem> problems) -> {
                assertThat(problems).isNotEmpty();
                yield Outcome.MALFORMED;
            }
            case Reading.UnknownType(String type) -> {
                assertThat(isStorable(type)).isTrue();
                yield Outcome.UNKNOWN_TYPE;
            }
        };
    }

    private static boolean isStorable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !text.contains("\0")
                && !text.contains("\\u0000");
    }
}
