package praxis.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.GoldenFiles;
import praxis.schemas.event.GoldenFiles.GoldenFile;
import praxis.schemas.json.StrictJson;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class WebhookSchemaTest {
    /** No tree to validate: a schema speaks of documents, not of bytes. */
    private static final Set<String> NOT_A_DOCUMENT =
            Set.of(
                    "not-json",
                    "not-json-duplicate-key",
                    "not-json-too-deep",
                    "not-json-two-documents");

    /** A pattern cannot count the days of a month. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("appointment-time-not-in-calendar");

    static List<GoldenFile> valid() {
        return GoldenFiles.valid();
    }

    static List<GoldenFile> malformed() {
        return GoldenFiles.malformed();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsGoldenFileUnderItsTypeAlone(GoldenFile file) {
        JsonNode document = StrictJson.parse(file.bytes()).orElseThrow();

        for (EventType type : EventType.values()) {
            assertThat(Schemas.accepts(Schemas.ofEvent(type.wireName()), document))
                    .as(type.wireName())
                    .isEqualTo(type.wireName().equals(file.folder()));
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesMalformedGoldenFile(GoldenFile file) {
        Optional<JsonNode> document = StrictJson.parse(file.bytes());
        assertThat(document.isEmpty()).isEqualTo(NOT_A_DOCUMENT.contains(file.name()));

        document.ifPresent(
                tree ->
                        assertThat(acceptsUnderAnyType(tree))
                                .isEqualTo(BEYOND_A_SCHEMA.contains(file.name())));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasItsSchema(EventType type) {
        assertThat(Schemas.class.getResource("/schema/" + Schemas.ofEvent(type.wireName())))
                .isNotNull();
    }

    private static boolean acceptsUnderAnyType(JsonNode document) {
        for (EventType type : EventType.values()) {
            if (Schemas.accepts(Schemas.ofEvent(type.wireName()), document)) {
                return true;
            }
        }
        return false;
    }
}
