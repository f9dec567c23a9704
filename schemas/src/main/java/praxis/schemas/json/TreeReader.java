package praxis.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Builds the tree of one document. Jackson's own builder would turn every number into its value,
 * which costs seconds for a long one and fails for a large exponent; here such a number keeps the
 * text it came in, as a node that is no number.
 */
final class TreeReader {
    /** In characters; as long as the longest id. */
    private static final int LONGEST_NUMBER = 200;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TreeReader() {}

    /** The value that begins at the current token; the parser bounds the depth. */
    static JsonNode read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> fraction(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value begins here");
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, read(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    private static JsonNode whole(String text) {
        if (text.length() <= 9) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        if (text.length() <= 18) {
            return NODES.numberNode(Long.parseLong(text));
        }
        return text.length() <= LONGEST_NUMBER
                ? NODES.numberNode(new BigInteger(text))
                : asSent(text);
    }

    private static JsonNode fraction(String text) {
        try {
            return text.length() <= LONGEST_NUMBER
                    ? NODES.numberNode(new BigDecimal(text))
                    : asSent(text);
        } catch (NumberFormatException exponentTooLarge) {
            return asSent(text);
        }
    }

    private static JsonNode asSent(String text) {
        return NODES.rawValueNode(new RawValue(text));
    }
}
