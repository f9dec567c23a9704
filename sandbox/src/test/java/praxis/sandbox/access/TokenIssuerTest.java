package praxis.sandbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

class TokenIssuerTest {
    private static final String SECRET = "an invented secret, long enough for HS256";

    @Test
    void issuesWhatAnotherLibraryBelieves() throws Exception {
        Caller therapist =
                new Caller(Caller.Role.THERAPIST, "clara", new PracticeId("praxis-am-park"));
        String token =
                new TokenIssuer(SECRET).issue(therapist, Instant.now(), Duration.ofMinutes(5));

        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)))
                        .setExpectedIssuer("praxis")
                        .setExpectedAudience("praxis")
                        .setRequireExpirationTime()
                        .setRequireNotBefore()
                        .setRequireIssuedAt()
                        .build()
                        .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("clara");
        assertThat(claims.getStringClaimValue("role")).isEqualTo("therapist");
        assertThat(claims.getStringClaimValue("practice")).isEqualTo("praxis-am-park");
    }
}
