package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The leaf stands for everything that a log row says. */
class LogLeafTest {
    private static final Decision.Concerns CONCERNS =
            new Decision.Concerns(
                    Optional.of(new BookingPatientId("B1")),
                    Optional.of(new BookingAppointmentId("A1")),
                    Optional.of(Patients.ID));
    private static final Decision.Entry ENTRY =
            new Decision.Entry(
                    ProcessingStatus.SUCCESS,
                    Optional.of("appointment.created"),
                    Optional.empty(),
                    "stored",
                    CONCERNS,
                    Optional.empty(),
                    List.of());
    private static final LogRow ROW =
            new LogRow(
                    3,
                    41,
                    new UUID(5, 1),
                    Optional.of(PracticeId.DEFAULT),
                    "webhook",
                    Optional.of("msg_1"),
                    Instant.parse("2026-04-01T08:00:00.000001Z"),
                    "standard",
                    "ab12",
                    false,
                    ENTRY,
                    "{\"what\":\"stored\"}",
                    Bytes.of(new byte[] {1}),
                    Bytes.of(new byte[] {2}),
                    Optional.empty(),
                    Bytes.of(new byte[] {3}),
                    Bytes.of(new byte[0]),
                    List.of());

    @Test
    void changesWithWhateverTheRowSays() {
        Map<String, Object> otherwise =
                Map.ofEntries(
                        Map.entry("partition", 4),
                        Map.entry("offset", 42L),
                        Map.entry("id", new UUID(5, 2)),
                        Map.entry("practice", Optional.of(new PracticeId("other"))),
                        Map.entry("kind", "command"),
                        Map.entry("webhookId", Optional.empty()),
                        Map.entry("receivedAt", Instant.parse("2026-04-01T08:00:00.000002Z")),
                        Map.entry("scheme", "body"),
                        Map.entry("secretFingerprint", "cd34"),
                        Map.entry("backfill", true),
                        Map.entry("outcomeJson", "{\"what\":\"cancelled\"}"),
                        Map.entry("commitment", Bytes.of(new byte[] {4})));
        Set<Bytes> leaves = new HashSet<>(Set.of(LogLeaf.hash(ROW)));

        otherwise.forEach((name, value) -> leaves.add(LogLeaf.hash(with(ROW, name, value))));

        assertThat(leaves).hasSize(1 + otherwise.size());
    }

    @Test
    void changesWithWhateverTheEntrySays() {
        Map<String, Object> otherwise =
                Map.of(
                        "status",
                        ProcessingStatus.STALE,
                        "eventType",
                        Optional.empty(),
                        "error",
                        Optional.of("wrong"),
                        "concerns",
                        Decision.Concerns.NOBODY);
        Set<Bytes> leaves = new HashSet<>(Set.of(LogLeaf.hash(ROW)));

        otherwise.forEach(
                (name, value) ->
                        leaves.add(LogLeaf.hash(with(ROW, "entry", with(ENTRY, name, value)))));

        assertThat(leaves).hasSize(1 + otherwise.size());
    }

    @Test
    void tellsWhereOneTextEndsAndTheNextBegins() {
        LogRow one = with(with(ROW, "scheme", "ab"), "secretFingerprint", "c");
        LogRow other = with(with(ROW, "scheme", "a"), "secretFingerprint", "bc");

        assertThat(LogLeaf.hash(one)).isNotEqualTo(LogLeaf.hash(other));
    }

    @Test
    void staysWhenThePayloadIsErased() {
        LogRow erased =
                with(with(ROW, "body", Bytes.of(new byte[0])), "salt", Bytes.of(new byte[0]));

        assertThat(LogLeaf.hash(erased)).isEqualTo(LogLeaf.hash(ROW));
    }

    @Test
    void doesNotDependOnItself() {
        assertThat(LogLeaf.hash(ROW.provenBy(LogLeaf.hash(ROW)))).isEqualTo(LogLeaf.hash(ROW));
    }

    private static <R extends Record> R with(R row, String component, Object value) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        Object[] values =
                Arrays.stream(components)
                        .map(each -> each.getName().equals(component) ? value : read(row, each))
                        .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            R changed = (R) row.getClass().getDeclaredConstructor(types).newInstance(values);
            return changed;
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record has its components", impossible);
        }
    }

    private static Object read(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record has its components", impossible);
        }
    }
}
