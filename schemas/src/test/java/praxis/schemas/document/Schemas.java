package praxis.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published JSON Schemas, ready to validate; formats are asserted. */
final class Schemas {
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> LOADED = new ConcurrentHashMap<>();

    private Schemas() {}

    static boolean accepts(String path, JsonNode document) {
        return LOADED.computeIfAbsent(path, Schemas::load).validate(document).isEmpty();
    }

    static String ofEvent(String type) {
        return "webhook/" + type + ".json";
    }

    static String ofTopic(String topic) {
        return "record/" + topic + ".json";
    }

    private static JsonSchema load(String path) {
        JsonSchema schema =
                FACTORY.getSchema(SchemaLocation.of("classpath:schema/" + path), CONFIG);
        schema.initializeValidators();
        return schema;
    }
}
