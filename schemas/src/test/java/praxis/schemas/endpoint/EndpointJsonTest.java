package praxis.schemas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.endpoint.Endpoint.Limit;
import praxis.schemas.endpoint.Endpoint.SealedSecret;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class EndpointJsonTest {
    private static final Instant MADE = Instant.parse("2027-01-02T03:04:05Z");

    @Test
    void readsWhatItWrote() {
        assertThat(read(EndpointJson.write(rotatedOnce()))).contains(rotatedOnce());
        Endpoint none = Endpoint.none(PracticeId.DEFAULT);
        assertThat(read(EndpointJson.write(none))).contains(none);
    }

    @Test
    void writesWhatTheContractSays() {
        assertThat(EndpointJson.write(rotatedOnce()))
                .isEqualTo(
                        """
                        {"practice":"default","revision":17,"secrets":[\
                        {"fingerprint":"bb","ciphertext":"Ag==",\
                        "made_at":"2027-01-02T03:04:05Z","expires_at":null},\
                        {"fingerprint":"aa","ciphertext":"AQ==",\
                        "made_at":"2027-01-02T03:04:05Z","expires_at":"2027-01-02T03:05:05Z"}],\
                        "body_signature":false,"limit_per_minute":250,\
                        "sender_retries_5xx_only":true}\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"practice\":\"default\",\"revision\":1,\"secrets\":[],\"body_signature\":1,"
                        + "\"limit_per_minute\":1}",
                "{\"practice\":\"No\",\"revision\":1,\"secrets\":[],\"body_signature\":true,"
                        + "\"limit_per_minute\":1}",
                "{\"practice\":\"default\",\"revision\":1,\"secrets\":[{}],\"body_signature\":true,"
                        + "\"limit_per_minute\":1}"
            })
    void readsNothingElse(String value) {
        assertThat(read(value)).isEmpty();
    }

    @Test
    void shortensLivesAndNeverProlongsThem() {
        SealedSecret endless = secret("aa", 1, Optional.empty());
        SealedSecret dying = endless.until(MADE.plusSeconds(60));

        assertThat(dying.isLiving(MADE.plusSeconds(59))).isTrue();
        assertThat(dying.isLiving(MADE.plusSeconds(60))).isFalse();
        assertThat(dying.until(MADE.plusSeconds(90))).isEqualTo(dying);
        assertThat(dying.until(MADE).expiresAt()).contains(MADE);
    }

    private static Endpoint rotatedOnce() {
        return new Endpoint(
                PracticeId.DEFAULT,
                17,
                List.of(
                        secret("bb", 2, Optional.empty()),
                        secret("aa", 1, Optional.of(MADE.plusSeconds(60)))),
                false,
                new Limit(250, Optional.of(true)));
    }

    private static SealedSecret secret(String fingerprint, int content, Optional<Instant> end) {
        return new SealedSecret(fingerprint, Bytes.of(new byte[] {(byte) content}), MADE, end);
    }

    private static Optional<Endpoint> read(String json) {
        return EndpointJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
