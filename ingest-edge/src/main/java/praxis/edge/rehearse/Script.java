package praxis.edge.rehearse;

import praxis.edge.secrets.Secret;
import praxis.schemas.record.Bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The requests of the rehearsal: one for each way through the edge that a sender can take. */
final class Script {
    private static final String ADDRESS = "/api/webhooks/booking";
    private static final String OF_PRACTICE = ADDRESS + "/default";
    private static final byte[] EVENT =
            bytes(
                    """
                    {"event_type":"appointment.created","occurred_at":"2020-02-02T20:20:20Z",\
                    "payload":{"id":"rehearsal","patient_id":"rehearsal","duration_minutes":20,\
                    "scheduled_at":"2020-02-20T20:20:00+01:00","therapist_name":"Ä"}}\
                    """);
    private static final byte[] NOT_JSON = bytes("{");
    private static final byte[] NO_EVENT = bytes("{\"payload\":[]}");

    private final Secret secret;

    Script(Secret secret) {
        this.secret = secret;
    }

    /** A request, and the status that it is to be answered with. */
    record Line(Bytes request, int status) {}

    List<Line> at(Instant now) {
        return List.of(
                new Line(post(ADDRESS, bodySignature(EVENT), EVENT), 200),
                new Line(post(OF_PRACTICE, standardSignature(EVENT, now), EVENT), 202),
                new Line(post(ADDRESS, bodySignature(NOT_JSON), NOT_JSON), 400),
                new Line(post(ADDRESS, bodySignature(NO_EVENT), NO_EVENT), 422),
                new Line(
                        post(ADDRESS, bodySignature(EVENT) + "X-Webhook-Backfill: true\r\n", EVENT),
                        503),
                new Line(post(ADDRESS, bodySignature(NO_EVENT), EVENT), 401),
                new Line(post(OF_PRACTICE, "", EVENT), 401),
                new Line(
                        Bytes.of(bytes("GET /health/liveness HTTP/1.1\r\nHost: edge\r\n\r\n")),
                        200));
    }

    private String bodySignature(byte[] body) {
        return header("X-Webhook-Signature", "sha256=" + hex(secret.bodyKey().sign(body)));
    }

    private String standardSignature(byte[] body, Instant now) {
        String id = "rehearsal";
        long timestamp = now.getEpochSecond();
        String signature = secret.standardKey().orElseThrow().sign(id, timestamp, body);
        return header("webhook-id", id)
                + header("webhook-timestamp", Long.toString(timestamp))
                + header("webhook-signature", signature);
    }

    private static Bytes post(String address, String headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                bytes(
                        "POST "
                                + address
                                + " HTTP/1.1\r\n"
                                + header("Host", "edge")
                                + header("Content-Type", "application/json")
                                + header("Content-Length", Integer.toString(body.length))
                                + headers
                                + "\r\n"));
        request.writeBytes(body);
        return Bytes.of(request.toByteArray());
    }

    private static String header(String name, String value) {
        return name + ": " + value + "\r\n";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
