package praxis.read.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The API's document shows what each body looks like, sent or answered. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String REFERENCE = "$ref";

    private final Map<?, ?> document = document();
    private final List<String> silent = new ArrayList<>();

    @Test
    void hasAnExampleOfEachBody() {
        int bodies = 0;
        for (var path : part(document, "paths").entrySet()) {
            for (var operation : map(path.getValue()).entrySet()) {
                if (METHODS.contains(operation.getKey())) {
                    String what = operation.getKey() + " " + path.getKey();
                    bodies += look(what, part(map(operation.getValue()), "requestBody"));
                    for (var answer : part(map(operation.getValue()), "responses").entrySet()) {
                        bodies += look(what + " " + answer.getKey(), map(answer.getValue()));
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(bodies).isGreaterThan(100);
    }

    private int look(String what, Map<?, ?> described) {
        Map<?, ?> contents = part(described, "content");
        contents.forEach(
                (type, content) -> {
                    if (!isShown(map(content))) {
                        silent.add(what + " " + type);
                    }
                });
        return contents.size();
    }

    private boolean isShown(Map<?, ?> content) {
        return hasExample(content) || isShownBySchema(part(content, "schema"));
    }

    /** A page is shown by what it holds. */
    private boolean isShownBySchema(Map<?, ?> named) {
        Map<?, ?> schema = resolved(named);
        return hasExample(schema)
                || part(schema, "properties").values().stream()
                        .map(OpenApiTest::map)
                        .map(property -> resolved(orItems(property)))
                        .anyMatch(OpenApiTest::hasExample);
    }

    private static Map<?, ?> orItems(Map<?, ?> property) {
        return property.containsKey("items") ? part(property, "items") : property;
    }

    private Map<?, ?> resolved(Map<?, ?> schema) {
        return schema.get(REFERENCE) instanceof String reference
                ? part(
                        part(part(document, "components"), "schemas"),
                        reference.substring(reference.lastIndexOf('/') + 1))
                : schema;
    }

    private static boolean hasExample(Map<?, ?> described) {
        return described.containsKey("example") || described.containsKey("examples");
    }

    private static Map<?, ?> part(Map<?, ?> in, String name) {
        return map(Objects.requireNonNullElse(in.get(name), Map.of()));
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }

    private static Map<?, ?> document() {
        try (InputStream file =
                OpenApiTest.class.getResourceAsStream("/META-INF/swagger/praxis-read-api.yml")) {
            return map(new Yaml().load(Objects.requireNonNull(file)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
