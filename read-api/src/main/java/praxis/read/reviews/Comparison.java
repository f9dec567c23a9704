package praxis.read.reviews;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.Ids;
import praxis.read.reviews.EvidenceQueries.Known;
import praxis.read.reviews.ReviewView.CandidateView;
import praxis.read.reviews.ReviewView.ComparedField;
import praxis.read.reviews.ReviewView.Evidence;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds candidates against the newcomer, field by field. What agrees was said by the matcher and
 * stands with the item; values alone are looked up now.
 */
final class Comparison {
    private static final List<String> FIELDS =
            List.of("first_name", "last_name", "date_of_birth", "email", "phone", "gender");
    private static final Facts NOTHING = new Facts(null, null, null, null, null, null);

    /** The matcher's word on one candidate; a part that it did not say is empty. */
    record Judged(UUID patient, JsonNode json) {}

    private Comparison() {}

    /** In their rank; whatever is no candidate is passed over. */
    static List<Judged> judged(String candidates) {
        return StrictJson.parse(candidates.getBytes(StandardCharsets.UTF_8)).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(json -> patient(json).map(id -> new Judged(id, json)).stream())
                .toList();
    }

    private static Optional<UUID> patient(JsonNode json) {
        return Ids.uuid(json.path("patient_id").asText())
                .or(() -> Ids.uuid(json.path("id").asText()));
    }

    static CandidateView view(Judged judged, Optional<Facts> newcomer, Map<UUID, Known> patients) {
        @Nullable Known known = patients.get(judged.patient());
        JsonNode score = judged.json().path("score");
        return new CandidateView(
                judged.patient(),
                score.isNumber() ? score.doubleValue() : null,
                known == null ? null : known.facts(),
                known == null ? null : known.bookingEmail(),
                known == null ? null : known.bookingSystemId(),
                fields(
                        judged.json(),
                        newcomer.orElse(NOTHING),
                        known == null ? NOTHING : known.facts()),
                evidence(judged.json().path("fields")));
    }

    private static List<ComparedField> fields(JsonNode json, Facts newcomer, Facts candidate) {
        return FIELDS.stream()
                .map(field -> compared(json, field, newcomer.value(field), candidate.value(field)))
                .toList();
    }

    private static ComparedField compared(
            JsonNode json, String field, @Nullable String newcomer, @Nullable String candidate) {
        return new ComparedField(
                field, newcomer, candidate, agreement(json, field, newcomer, candidate));
    }

    private static String agreement(
            JsonNode json, String field, @Nullable String newcomer, @Nullable String candidate) {
        if (isAmong(json.path("agrees"), field)) {
            return "agrees";
        }
        if (isAmong(json.path("differs"), field)) {
            return "differs";
        }
        return newcomer == null || candidate == null ? "missing" : "not_compared";
    }

    private static boolean isAmong(JsonNode names, String field) {
        return names.valueStream().anyMatch(name -> name.asText().equals(field));
    }

    private static List<Evidence> evidence(JsonNode fields) {
        return fields.valueStream()
                .map(
                        field ->
                                new Evidence(
                                        field.path("field").asText(),
                                        field.path("level").asText(),
                                        field.path("weight").isNumber()
                                                ? field.path("weight").doubleValue()
                                                : null))
                .toList();
    }
}
