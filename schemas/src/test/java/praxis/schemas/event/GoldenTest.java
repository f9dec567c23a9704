package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.EventReader.Reading;
import praxis.schemas.event.GoldenFiles.GoldenFile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** After a wanted change, {@code -Dgolden=write} writes the expectations anew, for the diff. */
class GoldenTest {
    static List<GoldenFile> all() {
        return GoldenFiles.all();
    }

    static List<GoldenFile> valid() {
        return GoldenFiles.valid();
    }

    static List<GoldenFile> malformed() {
        return GoldenFiles.malformed();
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsAsExpected(GoldenFile file) throws IOException {
        String rendered = Rendering.of(EventReader.read(file.bytes()));
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(file.expected(), rendered);
        }

        assertThat(rendered).isEqualTo(Files.readString(file.expected()));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void understandsWhatStandsUnderItsType(GoldenFile file) {
        assertThat(EventReader.read(file.bytes()))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood ->
                                assertThat(understood.event().type().wireName())
                                        .isEqualTo(file.folder()));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void understandsNothingMalformed(GoldenFile file) {
        assertThat(EventReader.read(file.bytes())).isNotInstanceOf(Reading.Understood.class);
    }

    @Test
    void coversEveryTypeInBothEnvelopes() {
        assertThat(GoldenFiles.valid())
                .extracting(file -> file.folder() + file.name().replaceFirst(".*(?=-)", ""))
                .containsAll(
                        Arrays.stream(EventType.values())
                                .map(EventType::wireName)
                                .flatMap(
                                        type ->
                                                List.of(type + "-ours", type + "-standard")
                                                        .stream())
                                .toList());
    }
}
