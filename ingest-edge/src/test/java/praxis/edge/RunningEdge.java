package praxis.edge;

import io.micronaut.runtime.server.EmbeddedServer;

import praxis.edge.config.EdgeConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An edge on a free port, and a client that talks to it. */
final class RunningEdge implements AutoCloseable {
    static final String SECRET = "whsec_" + "dGhpcyBpcyBhIHNlY3JldCBmb3IgdGVzdHMgb25seSE=";
    static final String ADDRESS = "/api/webhooks/booking";

    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningEdge(EmbeddedServer server) {
        this.server = server;
    }

    static RunningEdge start(String bootstrap) {
        EdgeConfig config = new EdgeConfig("127.0.0.1", 0, bootstrap, Optional.of(SECRET));
        return new RunningEdge(EdgeApplication.start(config, Clock.systemUTC()));
    }

    int port() {
        return server.getPort();
    }

    /** Posts as JSON; {@code headers} are names and values in turn. */
    HttpResponse<String> post(String path, byte[] body, List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", "application/json"));
        return send("POST", path, body, all);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, new byte[0], List.of());
    }

    HttpResponse<String> send(String method, String path, byte[] body, List<String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isReady() {
        return get("/health/readiness").statusCode() == 200;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
