package praxis.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads and writes JSON (RFC 8259) with no leniency: duplicate keys, trailing tokens, a byte order
 * mark, malformed UTF-8 and nesting deeper than {@value #MAXIMUM_DEPTH} are refused. Never throws
 * on what it reads.
 */
public final class StrictJson {
    public static final int MAXIMUM_DEPTH = 32;

    /** More than any record can hold; the edge takes a quarter of it. */
    public static final int MAXIMUM_BYTES = 1 << 20;

    // Within the document's own limit, a long name or a long number in a field that nobody reads is
    // no reason to refuse the event: Jackson's limits would. Its table of known names gives up on
    // names made to collide, so it is off.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAXIMUM_DEPTH)
                                    .maxNameLength(MAXIMUM_BYTES)
                                    .maxNumberLength(MAXIMUM_BYTES)
                                    .maxStringLength(MAXIMUM_BYTES)
                                    .build())
                    .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private StrictJson() {}

    /** The document in these bytes; empty when they are not exactly one JSON value in UTF-8. */
    public static Optional<JsonNode> parse(byte[] bytes) {
        if (bytes.length > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        return decode(bytes).flatMap(StrictJson::parse);
    }

    // From characters: given bytes, Jackson would guess UTF-16 and UTF-32 as well, skip a byte
    // order mark and let some malformed sequences through.
    private static Optional<JsonNode> parse(CharBuffer text) {
        try (JsonParser parser = FACTORY.createParser(text.array(), 0, text.limit())) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode document = TreeReader.read(parser);
            return parser.nextToken() == null ? Optional.of(document) : Optional.empty();
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /** Compact JSON with the fields in the order in which the tree holds them. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree could not be written", impossible);
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static Optional<CharBuffer> decode(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
