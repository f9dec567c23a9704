package praxis.read;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.micronaut.runtime.server.EmbeddedServer;

import praxis.read.access.TokenTrust;
import praxis.read.database.DatabaseAddress;
import praxis.read.integration.WebhookAddress;
import praxis.read.pages.OpenIdProvider;
import praxis.schemas.record.Bytes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

/** The read API, listening on a free port, and tokens to call it with. */
public final class TestApi implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final String SECRET = "a secret of tests, long enough for HS256";

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestApi(EmbeddedServer server) {
        this.server = server;
    }

    /** Without a broker: for whoever only reads. */
    public static TestApi on(DatabaseAddress database) {
        return on(database, "127.0.0.1:1");
    }

    public static TestApi on(DatabaseAddress database, String kafkaBootstrap) {
        return on(database, kafkaBootstrap, Optional.empty());
    }

    /** With somebody who signs people in to the pages. */
    public static TestApi on(
            DatabaseAddress database, String kafkaBootstrap, Optional<OpenIdProvider> signIn) {
        return new TestApi(
                ReadApplication.start(
                        config(
                                database,
                                kafkaBootstrap,
                                new TokenTrust.SharedSecret(
                                        Bytes.of(SECRET.getBytes(StandardCharsets.UTF_8))),
                                signIn),
                        Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    static ReadConfig config(DatabaseAddress database, TokenTrust.Keys keys) {
        return config(database, "127.0.0.1:1", keys);
    }

    private static ReadConfig config(
            DatabaseAddress database, String kafkaBootstrap, TokenTrust.Keys keys) {
        return config(database, kafkaBootstrap, keys, Optional.empty());
    }

    private static ReadConfig config(
            DatabaseAddress database,
            String kafkaBootstrap,
            TokenTrust.Keys keys,
            Optional<OpenIdProvider> signIn) {
        return new ReadConfig(
                "127.0.0.1",
                0,
                database,
                kafkaBootstrap,
                new TokenTrust("praxis", "praxis", keys),
                Bytes.of(new byte[32]),
                Bytes.of(new byte[32]),
                new WebhookAddress(Optional.of("https://edge.example.org")),
                signIn);
    }

    public static JWTClaimsSet.Builder claims(String practice, String role, String subject) {
        return new JWTClaimsSet.Builder()
                .issuer("praxis")
                .audience("praxis")
                .subject(subject)
                .claim("role", role)
                .claim("practice", practice)
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    public static String token(String practice, String role, String subject) {
        return signed(claims(practice, role, subject).build());
    }

    public static String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    public HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token));
    }

    /** With a body of JSON, and further headers as names and values by turns. */
    public HttpResponse<String> send(
            String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> post(String path, String token, String body, String... headers) {
        return send("POST", path, token, body, headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
