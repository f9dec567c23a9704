package praxis.processor.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Comparison;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Candidates as JSON, for the log and for the items: ids, field names and levels, no values. */
public final class CandidateJson {
    private static final String ID = "id";
    private static final String SCORE = "score";
    private static final String AGREES = "agrees";
    private static final String DIFFERS = "differs";
    private static final String FIELDS = "fields";
    private static final String FIELD = "field";
    private static final String LEVEL = "level";
    private static final String WEIGHT = "weight";

    private CandidateJson() {}

    public static String write(List<Candidate> candidates) {
        return StrictJson.write(array(candidates));
    }

    public static ArrayNode array(List<Candidate> candidates) {
        ArrayNode array = StrictJson.object().arrayNode();
        candidates.forEach(candidate -> write(candidate, array.addObject()));
        return array;
    }

    private static void write(Candidate candidate, ObjectNode object) {
        object.put(ID, candidate.patient().toString());
        candidate.score().ifPresent(score -> object.put(SCORE, score));
        candidate.agrees().forEach(object.putArray(AGREES)::add);
        candidate.differs().forEach(object.putArray(DIFFERS)::add);
        if (!candidate.fields().isEmpty()) {
            ArrayNode fields = object.putArray(FIELDS);
            for (Comparison field : candidate.fields()) {
                fields.addObject()
                        .put(FIELD, field.field())
                        .put(LEVEL, field.level().wireName())
                        .put(WEIGHT, field.weight());
            }
        }
    }

    public static List<Candidate> read(String json) {
        return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .valueStream()
                .map(CandidateJson::candidate)
                .toList();
    }

    private static Candidate candidate(JsonNode node) {
        return new Candidate(
                new PatientId(UUID.fromString(node.path(ID).asText())),
                Optional.of(node.path(SCORE)).filter(JsonNode::isNumber).map(JsonNode::asDouble),
                texts(node.path(AGREES)),
                texts(node.path(DIFFERS)),
                node.path(FIELDS).valueStream().map(CandidateJson::comparison).toList());
    }

    private static Comparison comparison(JsonNode node) {
        String level = node.path(LEVEL).asText();
        return new Comparison(
                node.path(FIELD).asText(),
                Arrays.stream(Agreement.values())
                        .filter(each -> each.wireName().equals(level))
                        .findFirst()
                        .orElseThrow(),
                node.path(WEIGHT).asDouble());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
