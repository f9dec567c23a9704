package praxis.sandbox.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class SignerTest {
    private static final WebhookSecret SECRET =
            WebhookSecret.of(
                    "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String BODY = "{\"event_type\":\"ping\",\"payload\":{\"gruß\":\"schön\"}}";

    private final Signer signer = new Signer(SECRET);

    @Test
    void standardSignatureSatisfiesTheOfficialLibrary() {
        Map<String, String> headers =
                signer.headers(delivery(SignatureScheme.STANDARD_WEBHOOKS), Instant.now());

        assertThatCode(() -> new Webhook(SECRET.text()).verify(BODY, headers(headers)))
                .doesNotThrowAnyException();
    }

    @Test
    void standardSignatureCoversBodyAndTime() {
        Map<String, String> headers =
                signer.headers(delivery(SignatureScheme.STANDARD_WEBHOOKS), Instant.now());
        Map<String, String> stale =
                signer.headers(
                        delivery(SignatureScheme.STANDARD_WEBHOOKS),
                        Instant.parse("2020-01-01T00:00:00Z"));

        assertThatThrownBy(() -> new Webhook(SECRET.text()).verify(BODY + " ", headers(headers)))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> new Webhook(SECRET.text()).verify(BODY, headers(stale)))
                .isInstanceOf(Exception.class);
    }

    /** The expected text is what {@code openssl dgst -sha256 -hmac} prints for the same input. */
    @Test
    void bodySignatureIsWhatOpensslPrints() {
        assertThat(signer.headers(delivery(SignatureScheme.BODY), Instant.EPOCH))
                .isEqualTo(
                        Map.of(
                                "X-Webhook-Signature",
                                "sha256=746caa4e6e0d4aef2a4a364ffaa1ea6095b336b136731dc8e716f0ace65303e6"));
    }

    @Test
    void keepsSecretOutOfTexts() {
        assertThat(SECRET).hasToString("WebhookSecret[redacted]");
    }

    private static Delivery delivery(SignatureScheme scheme) {
        return Delivery.of("msg_1", scheme, Bytes.of(BODY.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpHeaders headers(Map<String, String> values) {
        return HttpHeaders.of(
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> List.of(each.getValue()))),
                (name, value) -> true);
    }
}
