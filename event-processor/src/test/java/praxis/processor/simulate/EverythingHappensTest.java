package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.LogRow;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.traffic.Traffic;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.Chance;
import praxis.processor.simulate.world.Moment;
import praxis.processor.simulate.world.World;
import praxis.schemas.event.BookingEvent.EventType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** That the worlds are as bad as they are said to be: nothing that can happen never does. */
class EverythingHappensTest {
    private static final int SEEDS = 2_000;

    @Test
    void theToolSaysEverythingInEveryWay() {
        List<Delivery> deliveries = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            deliveries.addAll(Traffic.of(seed));
        }

        assertThat(deliveries).extracting(Delivery::spoiling).contains(Delivery.Spoiling.values());
        assertThat(deliveries.stream().flatMap(delivery -> delivery.said().stream()))
                .extracting(said -> said.type())
                .contains(EventType.values());
        assertThat(texts(deliveries))
                .anyMatch(text -> text.contains("\"vorname\""))
                .anyMatch(text -> text.contains("\"first_name\""))
                .anyMatch(text -> text.contains("\"event_type\""))
                .anyMatch(text -> text.contains("\"data\""))
                .anyMatch(text -> text.contains("\"timestamp\""))
                .anyMatch(text -> text.contains("\"sequence\""))
                .anyMatch(text -> text.contains(":null"));
        assertThat(deliveries).anyMatch(Delivery::backfill);
    }

    @Test
    void idsComeAgainWithTheSameBodyAndWithAnother() {
        List<Boolean> same = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Traffic.of(seed).stream()
                    .filter(delivery -> delivery.id().isPresent())
                    .collect(
                            Collectors.groupingBy(
                                    delivery -> delivery.practice() + delivery.id().get()))
                    .values()
                    .stream()
                    .filter(bearers -> bearers.size() > 1)
                    .map(EverythingHappensTest::isOneBody)
                    .forEach(same::add);
        }
        assertThat(same).contains(true, false);
    }

    private static boolean isOneBody(List<Delivery> bearers) {
        return bearers.stream().map(Delivery::body).distinct().count() == 1;
    }

    private static Stream<String> texts(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> new String(delivery.body().toArray(), StandardCharsets.UTF_8));
    }

    @Test
    void everythingBecomesOfRecords() {
        List<LogRow> rows = new ArrayList<>();
        try (Quiet _ = new Quiet()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                Chance chance = Chance.seeded(seed);
                rows.addAll(World.run(Traffic.of(seed), chance, Build.asItIs()).rows());
            }
        }

        assertThat(rows)
                .extracting(row -> row.entry().status())
                .contains(ProcessingStatus.values());
        assertThat(rows)
                .extracting(row -> row.entry().outcome())
                .contains("linked", "created", "updated", "link_ended", "parked", "stored")
                .contains("cancelled", "unusable", "sign_of_life", "ignored")
                .contains("decided", "postponed", "unlinked", "restored", "changed", "unchanged")
                .contains("already_decided", "already_closed", "not_found", "not_possible")
                .contains("linked_elsewhere", "several_links", "id_reused")
                .contains("expected", "changed_since", "login_taken");
        assertThat(rows.stream().flatMap(row -> row.entry().review().stream()))
                .extracting(item -> item.kind())
                .contains(Kind.EMAIL_MISMATCH, Kind.EMAIL_ONLY, Kind.EMAIL_SHARED)
                .contains(Kind.ALREADY_LINKED, Kind.AMBIGUOUS, Kind.UNKNOWN_PATIENT)
                .contains(Kind.LINK_CONTRADICTED, Kind.APPOINTMENT_MOVED)
                .contains(Kind.POSSIBLY_OUTDATED, Kind.REVIVED_APPOINTMENT)
                .contains(Kind.EMAIL_MISSING, Kind.UNLINKED);
    }

    @Test
    void processorsDieFailAndAreOvertakenAtEveryMoment() {
        Map<String, Long> lines;
        try (Quiet _ = new Quiet()) {
            lines =
                    LongStream.range(0, SEEDS)
                            .boxed()
                            .flatMap(seed -> Simulation.of(seed, Build::asItIs).trace().stream())
                            .filter(line -> line.startsWith("processor-0 "))
                            .map(line -> line.substring("processor-0 ".length()))
                            .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        }
        for (Moment moment : Moment.values()) {
            assertThat(lines).containsKeys("dies " + moment, "pauses " + moment);
        }
        assertThat(lines).containsKey("loses its link " + Moment.AFTER_COMMIT);
        assertThat(lines).containsKeys("killed", "starts");
    }
}
