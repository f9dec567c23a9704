package praxis.read.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.access.Caller.Role;
import praxis.read.access.Caller.Subject;
import praxis.read.access.TokenVerifier.Verdict;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String SECRET =
            "0123456789abcdef0123456789abcdef0123456789abcdef01234567890abcdef";

    private final TokenVerifier verifier =
            new TokenVerifier(
                    new TokenTrust(
                            "praxis",
                            "praxis",
                            new TokenTrust.SharedSecret(
                                    Bytes.of(SECRET.getBytes(StandardCharsets.UTF_8)))),
                    () -> NOW);

    @Test
    void believesTokenThatKeepsEveryRule() throws JOSEException {
        assertThat(verifier.verify(signed(claims().build())))
                .isEqualTo(
                        new Verdict.Believed(
                                new Caller(
                                        PracticeId.DEFAULT,
                                        Role.THERAPIST,
                                        new Subject("therapist-1")),
                                NOW.plusSeconds(60)));
    }

    @Test
    void refusesUnsignedToken() {
        assertThat(verifier.verify(new PlainJWT(claims().build()).serialize()))
                .isEqualTo(new Verdict.Refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", "RS256", "HS384", ""})
    void refusesTokenWithoutSignatureWhateverItsHeaderSays(String algorithm) {
        String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
        String payload = encoded(claims().build().toString());
        assertRefused(header + "." + payload + ".");
        assertRefused(header + "." + payload);
    }

    @Test
    void refusesStrongerAlgorithmsWithTheSameSecret() throws JOSEException {
        assertRefused(signed(new JWSHeader(JWSAlgorithm.HS384), claims().build()));
        assertRefused(signed(new JWSHeader(JWSAlgorithm.HS512), claims().build()));
    }

    @Test
    void refusesOtherSecret() throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(new MACSigner(SECRET.replace('0', '1')));
        assertRefused(token.serialize());
    }

    @Test
    void refusesPayloadExchangedUnderSignature() throws JOSEException {
        String[] parts = signed(claims().build()).split("\\.", -1);
        String other = encoded(claims().claim("role", "admin").build().toString());
        assertRefused(parts[0] + "." + other + "." + parts[2]);
    }

    @Test
    void refusesCriticalHeaderThatItDoesNotKnow() throws JOSEException {
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .criticalParams(Set.of("exp"))
                                .customParam("exp", 1)
                                .build(),
                        claims().build()));
    }

    @Test
    void refusesTokenMeantForSomethingElse() throws JOSEException {
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(new JOSEObjectType("secevent+jwt"))
                                .build(),
                        claims().build()));
    }

    @Test
    void takesNoKeyFromTheTokenItself() throws JOSEException {
        byte[] own = new byte[64];
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("../../../../dev/null")
                        .jwkURL(java.net.URI.create("https://keys.example.org/set"))
                        .build();
        SignedJWT token = new SignedJWT(header, claims().build());
        token.sign(new MACSigner(own));
        assertRefused(token.serialize());
    }

    @Test
    void wantsExactlyOurIssuer() throws JOSEException {
        assertRefused(signed(claims().issuer(null).build()));
        for (String issuer : List.of("", "s", "axis", "https://praxis", "praxis/", "Praxis")) {
            assertRefused(signed(claims().issuer(issuer).build()));
        }
    }

    @Test
    void wantsUsAmongTheAudience() throws JOSEException {
        assertRefused(signed(claims().audience((String) null).build()));
        assertRefused(signed(claims().audience("praxis2").build()));
        assertRefused(signed(claims().audience(List.of()).build()));
        assertThat(verifier.verify(signed(claims().audience(List.of("x", "praxis")).build())))
                .isInstanceOf(Verdict.Believed.class);
    }

    @Test
    void demandsExpiryAndAllowsClocksHalfAMinuteApart() throws JOSEException {
        assertRefused(signed(claims().expirationTime(null).build()));
        assertRefused(signed(claims().expirationTime(Date.from(NOW.minusSeconds(30))).build()));
        assertBelieved(signed(claims().expirationTime(Date.from(NOW.minusSeconds(29))).build()));
    }

    @Test
    void waitsForNotBefore() throws JOSEException {
        assertRefused(signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(31))).build()));
        assertBelieved(signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(30))).build()));
    }

    /** In milliseconds these come round to yesterday. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 500, 253_402_300_800L})
    void refusesTimesThatNoClockWillShow(long seconds) throws JOSEException {
        assertRefused(signedText(claims().build().toJSONObject(), "nbf", seconds));
        assertRefused(signedText(claims().build().toJSONObject(), "exp", seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iss", "sub", "role", "practice"})
    void refusesClaimOfTheWrongType(String claim) throws JOSEException {
        for (Object odd : List.of(List.of("admin"), true, List.of())) {
            assertRefused(signedText(claims().build().toJSONObject(), claim, odd));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iss", "aud", "sub", "role", "practice"})
    void refusesTokenWithout(String claim) throws JOSEException {
        assertRefused(signed(claims().claim(claim, null).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ADMIN", "Admin", "owner", "admin ", "admin,therapist"})
    void refusesUnknownRole(String role) throws JOSEException {
        assertRefused(signed(claims().claim("role", role).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "\t"})
    void refusesSubjectThatNamesNobody(String subject) throws JOSEException {
        assertRefused(signed(claims().subject(subject).build()));
        assertRefused(signed(claims().subject("x".repeat(256)).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Default", "a b", "' or true --", "-a", "a\u0000"})
    void refusesPracticeThatIsNone(String practice) throws JOSEException {
        assertRefused(signed(claims().claim("practice", practice).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.e30", "....", "x"})
    void refusesWhatIsNoToken(String text) {
        assertRefused(text);
    }

    @Test
    void refusesEncryptedToken() {
        assertRefused(encoded("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..a.b.c");
    }

    @Test
    void keepsSubjectOutOfTexts() {
        assertThat(new Caller(PracticeId.DEFAULT, Role.PATIENT, new Subject("geheim")).toString())
                .doesNotContain("geheim");
    }

    private void assertRefused(String token) {
        assertThat(verifier.verify(token)).isEqualTo(new Verdict.Refused());
    }

    private void assertBelieved(String token) {
        assertThat(verifier.verify(token)).isInstanceOf(Verdict.Believed.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("praxis")
                .audience("praxis")
                .subject("therapist-1")
                .claim("role", "therapist")
                .claim("practice", "default")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .notBeforeTime(Date.from(NOW.minusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader(JWSAlgorithm.HS256), claims);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer());
        return token.serialize();
    }

    private static String signedText(
            java.util.Map<String, Object> claims, String claim, Object value) throws JOSEException {
        java.util.Map<String, Object> changed = new java.util.HashMap<>(claims);
        changed.put(claim, value);
        com.nimbusds.jose.JWSObject token =
                new com.nimbusds.jose.JWSObject(
                        new JWSHeader(JWSAlgorithm.HS256), new com.nimbusds.jose.Payload(changed));
        token.sign(signer());
        return token.serialize();
    }

    private static JWSSigner signer() throws JOSEException {
        return new MACSigner(SECRET);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
