package praxis.sandbox.bench.floor;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import praxis.sandbox.bench.floor.BareEdgeApplication.Setup;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes what {@code ingest-edge} takes, at the same address, for the practice everybody has. */
@Controller
final class BareEdgeController {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final String STANDARD_PREFIX = "whsec_";
    private static final String STANDARD_VERSION = "v1,";
    private static final byte[] KEY = PracticeId.DEFAULT.value().getBytes(StandardCharsets.UTF_8);
    private static final byte[] ACCEPTED = "{\"received\":true}".getBytes(StandardCharsets.UTF_8);

    private final Producer<byte[], byte[]> producer;
    private final SecretKeySpec bodyKey;
    private final SecretKeySpec standardKey;

    BareEdgeController(Producer<byte[], byte[]> producer, Setup setup) {
        this.producer = producer;
        String secret = setup.secret();
        bodyKey = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        standardKey =
                new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring(STANDARD_PREFIX.length())),
                        ALGORITHM);
    }

    @Get("/health/readiness")
    HttpResponse<String> readiness() {
        return HttpResponse.ok("{}");
    }

    @Post(uri = "/api/webhooks/booking", consumes = MediaType.ALL)
    CompletableFuture<HttpResponse<byte[]>> receive(
            @Header("x-webhook-signature") @Nullable String signature,
            @Header("webhook-signature") @Nullable String standardSignature,
            @Header("webhook-id") @Nullable String id,
            @Header("webhook-timestamp") @Nullable String timestamp,
            @Body byte[] body) {
        boolean genuine =
                standardSignature == null
                        ? isBodySigned(signature == null ? "" : signature, body)
                        : isStandardSigned(standardSignature, id + "." + timestamp + ".", body);
        return genuine
                ? append(body)
                : CompletableFuture.completedFuture(HttpResponse.unauthorized());
    }

    private boolean isBodySigned(String signature, byte[] body) {
        return MessageDigest.isEqual(
                HexFormat.of().parseHex(signature.substring(PREFIX.length())),
                mac(bodyKey).doFinal(body));
    }

    private boolean isStandardSigned(String signature, String head, byte[] body) {
        Mac mac = mac(standardKey);
        mac.update(head.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(
                Base64.getDecoder().decode(signature.substring(STANDARD_VERSION.length())),
                mac.doFinal(body));
    }

    private CompletableFuture<HttpResponse<byte[]>> append(byte[] body) {
        CompletableFuture<HttpResponse<byte[]>> answer = new CompletableFuture<>();
        var _ =
                producer.send(
                        new ProducerRecord<>(Topics.INBOUND, KEY, body),
                        (acknowledged, failure) ->
                                answer.complete(
                                        failure == null
                                                ? HttpResponse.ok(ACCEPTED)
                                                : HttpResponse.serverError()));
        return answer;
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
