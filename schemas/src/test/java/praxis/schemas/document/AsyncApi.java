package praxis.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The published AsyncAPI document as a tree, and ways to pick from it. */
final class AsyncApi {
    private static final JsonNode DOCUMENT = read();

    private AsyncApi() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    static JsonNode channel(String address) {
        return DOCUMENT.path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").textValue().equals(address))
                .findAny()
                .orElseThrow();
    }

    /** The node a local reference stands for, or the node itself. */
    static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#") ? DOCUMENT.at(reference.substring(1)) : node;
    }

    static JsonNode only(JsonNode parent) {
        List<JsonNode> children = parent.valueStream().toList();
        if (children.size() != 1) {
            throw new AssertionError(children.size() + " where one was expected");
        }
        return resolved(children.getFirst());
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue).toList();
    }

    static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    static Stream<JsonNode> references() {
        return DOCUMENT.findValues("$ref").stream();
    }

    /** Every public text constant of a class. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == String.class)
                .map(AsyncApi::valueOf)
                .toList();
    }

    private static String valueOf(Field field) {
        try {
            return (String) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(AsyncApi.class.getResourceAsStream("/asyncapi.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
