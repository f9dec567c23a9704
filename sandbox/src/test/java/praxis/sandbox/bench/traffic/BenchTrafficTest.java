package praxis.sandbox.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.EventReader;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class BenchTrafficTest {
    private static final int MANY = 20_000;
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    private final List<BenchEvent> events = events("a");

    @Test
    void isUnderstoodWhateverItIs() {
        assertThat(events)
                .allSatisfy(
                        event ->
                                assertThat(EventReader.read(event.body().toArray()))
                                        .isInstanceOf(EventReader.Reading.Understood.class));
    }

    @Test
    void speaksOfAppointmentsFiveTimesAsOftenAsOfPatients() {
        long ofPatients =
                events.stream().filter(event -> event.type().startsWith("patient.")).count();
        assertThat(ofPatients).isBetween(MANY / 6 - 300L, MANY / 6 + 300L);
    }

    @Test
    void changesCancelsAndRepeats() {
        Map<String, Long> byType =
                events.stream()
                        .collect(Collectors.groupingBy(BenchEvent::type, Collectors.counting()));
        assertThat(byType)
                .containsOnlyKeys(
                        "patient.created",
                        "patient.updated",
                        "appointment.created",
                        "appointment.updated",
                        "appointment.cancelled");
        long distinct = events.stream().map(BenchEvent::id).distinct().count();
        assertThat(distinct).isBetween(MANY * 97L / 100, MANY * 99L / 100);
    }

    @Test
    void hasBodiesOfSomeFiveHundredBytes() {
        assertThat(events.stream().mapToInt(event -> event.body().length()).average().orElseThrow())
                .isBetween(400.0, 600.0);
    }

    @Test
    void repeatsItselfForTheSameMarkAndSeedOnly() {
        assertThat(events("a")).isEqualTo(events);
        assertThat(Stream.of(events, events("b")).flatMap(Collection::stream).map(BenchEvent::id))
                .filteredOn(id -> id.startsWith("msg-b-"))
                .hasSize(MANY);
    }

    private static List<BenchEvent> events(String mark) {
        BenchTraffic traffic = new BenchTraffic(mark, 7, CLOCK);
        return Stream.generate(traffic::next).limit(MANY).toList();
    }
}
