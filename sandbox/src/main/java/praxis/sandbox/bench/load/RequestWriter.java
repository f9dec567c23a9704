package praxis.sandbox.bench.load;

import praxis.sandbox.bench.traffic.BenchEvent;
import praxis.sandbox.tool.Delivery;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.WebhookSecret;
import praxis.schemas.record.SignatureScheme;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Puts events into signed HTTP requests, byte for byte as they go over the wire. */
public final class RequestWriter {
    private static final String PATH = "/api/webhooks/booking";

    private final Signer signer;
    private final String host;
    private final InstantSource clock;

    public RequestWriter(WebhookSecret secret, InetSocketAddress edge, InstantSource clock) {
        this.signer = new Signer(secret);
        this.host = edge.getHostString() + ":" + edge.getPort();
        this.clock = clock;
    }

    public byte[] write(BenchEvent event) {
        return write(event, event.scheme());
    }

    byte[] write(BenchEvent event, SignatureScheme scheme) {
        byte[] body = event.body().toArray();
        StringBuilder head = new StringBuilder(400);
        head.append("POST ").append(PATH).append(" HTTP/1.1\r\n");
        header(head, "Host", host);
        header(head, "Content-Type", "application/json");
        header(head, "Content-Length", Integer.toString(body.length));
        signer.headers(Delivery.of(event.id(), scheme, event.body()), clock.instant())
                .forEach((name, value) -> header(head, name, value));
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
