package praxis.processor.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The candidates of a review item as the JSON of their column. */
final class CandidateJson {
    private static final String PATIENT = "patient_id";
    private static final String AGREES = "agrees";
    private static final String DIFFERS = "differs";

    private CandidateJson() {}

    static String write(List<Candidate> candidates) {
        ArrayNode array = StrictJson.object().arrayNode();
        for (Candidate candidate : candidates) {
            ObjectNode object = array.addObject();
            object.put(PATIENT, candidate.patient().toString());
            candidate.agrees().forEach(object.putArray(AGREES)::add);
            candidate.differs().forEach(object.putArray(DIFFERS)::add);
        }
        return StrictJson.write(array);
    }

    static List<Candidate> read(String json) {
        return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .valueStream()
                .map(
                        node ->
                                new Candidate(
                                        new PatientId(UUID.fromString(node.path(PATIENT).asText())),
                                        texts(node.path(AGREES)),
                                        texts(node.path(DIFFERS))))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
