package praxis.read.pages;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.schemas.json.StrictJson;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Speaks to the provider: sends browsers there, and exchanges what they bring back (RFC 7636). */
final class OpenIdClient implements AutoCloseable {
    private static final int RANDOM_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OpenIdProvider provider;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    OpenIdClient(OpenIdProvider provider) {
        this.provider = provider;
    }

    /** Unguessable, and fit for an address. */
    String secret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    URI authorization(String state, String verifier) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", provider.clientId());
        parameters.put("redirect_uri", provider.callback().toString());
        parameters.put("scope", "openid");
        parameters.put("state", state);
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        String joint = provider.authorization().getRawQuery() == null ? "?" : "&";
        return URI.create(provider.authorization() + joint + encoded(parameters));
    }

    /** The bearer token; empty where the provider gives none for this code. */
    Optional<String> token(String code, String verifier) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", provider.callback().toString());
        parameters.put("client_id", provider.clientId());
        parameters.put("code_verifier", verifier);
        provider.clientSecret().ifPresent(secret -> parameters.put("client_secret", secret));
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            HttpRequest.newBuilder(provider.token())
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Accept", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(encoded(parameters)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? accessToken(answer.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> accessToken(byte[] body) {
        return StrictJson.parse(body)
                .map(json -> json.path("access_token"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
