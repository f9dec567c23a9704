package praxis.schemas.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.endpoint.Endpoint.Limit;
import praxis.schemas.endpoint.Endpoint.SealedSecret;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Endpoints as JSON: the same endpoint is always the same text. */
public final class EndpointJson {
    private EndpointJson() {}

    public static String write(Endpoint endpoint) {
        ObjectNode json = StrictJson.object();
        json.put("practice", endpoint.practice().value());
        json.put("revision", endpoint.revision());
        var secrets = json.putArray("secrets");
        for (SealedSecret secret : endpoint.secrets()) {
            secrets.addObject()
                    .put("fingerprint", secret.fingerprint())
                    .put("ciphertext", base64(secret.ciphertext()))
                    .put("made_at", secret.madeAt().toString())
                    .put("expires_at", secret.expiresAt().map(Instant::toString).orElse(null));
        }
        json.put("body_signature", endpoint.bodySignature());
        json.put("limit_per_minute", endpoint.limit().perMinute());
        json.put("sender_retries_5xx_only", endpoint.limit().senderRetries5xxOnly().orElse(null));
        return StrictJson.write(json);
    }

    /** Empty where it breaks the topic's contract. */
    public static Optional<Endpoint> read(byte[] value) {
        try {
            return StrictJson.parse(value).flatMap(EndpointJson::read);
        } catch (IllegalArgumentException | DateTimeParseException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<Endpoint> read(JsonNode json) {
        boolean complete =
                json.path("practice").isTextual()
                        && json.path("revision").canConvertToLong()
                        && json.path("secrets").isArray()
                        && json.path("body_signature").isBoolean()
                        && json.path("limit_per_minute").canConvertToInt();
        return complete
                ? Optional.of(
                        new Endpoint(
                                new PracticeId(json.path("practice").textValue()),
                                json.path("revision").longValue(),
                                secrets(json.path("secrets")),
                                json.path("body_signature").booleanValue(),
                                limit(json)))
                : Optional.empty();
    }

    private static Limit limit(JsonNode json) {
        return new Limit(
                json.path("limit_per_minute").intValue(),
                Optional.of(json.path("sender_retries_5xx_only"))
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::booleanValue));
    }

    private static List<SealedSecret> secrets(JsonNode ring) {
        List<SealedSecret> secrets = new ArrayList<>();
        for (JsonNode secret : ring) {
            secrets.add(
                    new SealedSecret(
                            secret.path("fingerprint").asText(),
                            Bytes.of(
                                    Base64.getDecoder().decode(secret.path("ciphertext").asText())),
                            Instant.parse(secret.path("made_at").asText()),
                            Optional.of(secret.path("expires_at"))
                                    .filter(JsonNode::isTextual)
                                    .map(JsonNode::textValue)
                                    .map(Instant::parse)));
        }
        return secrets;
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }
}
