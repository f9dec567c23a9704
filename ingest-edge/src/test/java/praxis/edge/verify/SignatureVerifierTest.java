package praxis.edge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.edge.secrets.Secret;
import praxis.edge.secrets.SecretRing;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The expected signatures come from {@code openssl dgst -sha256 -hmac}, over the body for the one
 * scheme and over {@code id.timestamp.body} for the other.
 */
class SignatureVerifierTest {
    private static final String SECRET = "whsec_" + "cHJheGlzIHRlc3Qgc2VjcmV0IG5vIG9uZSB1c2VzIQ==";
    private static final String SECOND = "whsec_" + "YSBzZWNvbmQgc2VjcmV0IG9mIHRoZSBzYW1lIHJpbmc=";
    private static final String PLAIN = "plain-secret";

    private static final Bytes BODY =
            text("{\"event_type\":\"ping\",\"payload\":{\"note\":\"grüße\"}}");
    private static final Bytes NO_TEXT = Bytes.of(new byte[] {(byte) 0xff, (byte) 0xfe, '{'});
    private static final Instant SENT = Instant.ofEpochSecond(1_700_000_000);

    private static final String HEX =
            "b23202859908d2a7002ed97a1aeb12278dc70d2d4a4c3989f28fddedd57eb796";
    private static final String HEX_OF_PLAIN =
            "171a93e45c9499acdcbd1d79f81525e36f25f0879399b1c36e6994ce0326ec77";
    private static final String STANDARD = "v1,GQfpBnW1xKnvOlpJ2tYMSNdGjvXqodvun7wnUoQW+eM=";
    private static final String STANDARD_OF_NO_TEXT =
            "v1,RTYDRoy4TKYoYiCmSFepgSVSGfWJ7hYuprRnFjIB5Pc=";
    private static final String STANDARD_OF_SECOND =
            "v1,mv8sYunKtMw1sA6Gj3nhCbOVFC48SwMd/CnkHfNueUc=";

    private final SignatureVerifier verifier = new SignatureVerifier();

    @ParameterizedTest
    @ValueSource(strings = {"sha256=" + HEX, HEX})
    void acceptsBodySignatureWithWholeSecretAsKey(String header) {
        assertThat(verify(BODY, ring(SECRET), "x-webhook-signature", header))
                .isEqualTo(
                        new Verdict.Verified(
                                SignatureScheme.BODY, fingerprint(SECRET), Optional.empty()));
    }

    @Test
    void acceptsHexOfEitherCase() {
        assertVerified(
                verify(
                        BODY,
                        ring(SECRET),
                        "x-webhook-signature",
                        "sha256=" + HEX.toUpperCase(Locale.ROOT)));
    }

    @Test
    void acceptsBodySignatureOfSecretWithoutPrefix() {
        assertVerified(verify(BODY, ring(PLAIN), "x-webhook-signature", HEX_OF_PLAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha1=" + HEX, "sha256=" + HEX + "00", "sha256=zz"})
    void refusesWhatOnlyLooksLikeBodySignature(String header) {
        assertRefused(
                verify(BODY, ring(SECRET), "x-webhook-signature", header),
                RefusalReason.UNKNOWN_SCHEME);
    }

    @Test
    void refusesBodySignatureOfOtherBytes() {
        assertRefused(
                verify(text("{}"), ring(SECRET), "x-webhook-signature", HEX),
                RefusalReason.WRONG_SIGNATURE);
    }

    @Test
    void refusesBodySignatureWherePracticeSwitchedItOff() {
        SecretRing standardOnly = new SecretRing(ring(SECRET).secrets(), false);

        assertRefused(
                verify(BODY, standardOnly, "x-webhook-signature", HEX),
                RefusalReason.SCHEME_SWITCHED_OFF);
        assertVerified(verify(BODY, standardOnly, standard(STANDARD)));
    }

    @Test
    void acceptsStandardWebhookAndItsId() {
        assertThat(verify(BODY, ring(SECRET), standard(STANDARD)))
                .isEqualTo(
                        new Verdict.Verified(
                                SignatureScheme.STANDARD_WEBHOOKS,
                                fingerprint(SECRET),
                                Optional.of("msg_2Lh9")));
    }

    @Test
    void acceptsStandardWebhookOverBytesThatAreNoText() {
        assertVerified(verify(NO_TEXT, ring(SECRET), standard(STANDARD_OF_NO_TEXT)));
    }

    @Test
    void acceptsAnyOfSeveralSignatures() {
        assertVerified(verify(BODY, ring(SECRET), standard("v1a,b3RoZXI= v1,AAAA " + STANDARD)));
    }

    @Test
    void acceptsAnySecretOfRing() {
        SecretRing both = ring(SECRET, SECOND, PLAIN);

        assertThat(verify(BODY, both, standard(STANDARD_OF_SECOND)))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified ->
                                assertThat(verified.fingerprint()).isEqualTo(fingerprint(SECOND)));
        assertVerified(verify(BODY, both, "x-webhook-signature", HEX_OF_PLAIN));
    }

    @Test
    void refusesSecretFromTheInstantItExpires() {
        SecretRing expiring =
                new SecretRing(List.of(Secret.of(SECRET, Optional.of(SENT.plusSeconds(10)))), true);
        SignedContent content = content(BODY, standard(STANDARD));

        assertVerified(verifier.verify(content, expiring, SENT.plusSeconds(10).minusNanos(1)));
        assertRefused(
                verifier.verify(content, expiring, SENT.plusSeconds(10)), RefusalReason.NO_SECRET);
    }

    @Test
    void refusesEverythingWithoutSecret() {
        assertRefused(verify(BODY, SecretRing.EMPTY, standard(STANDARD)), RefusalReason.NO_SECRET);
        assertRefused(
                verify(BODY, SecretRing.EMPTY, "x-webhook-signature", HEX),
                RefusalReason.NO_SECRET);
    }

    @Test
    void toleratesFiveMinutesBothWaysAndNotASecondMore() {
        SignedContent content = content(BODY, standard(STANDARD));

        assertVerified(verifier.verify(content, ring(SECRET), SENT.plusSeconds(300)));
        assertVerified(verifier.verify(content, ring(SECRET), SENT.minusSeconds(300)));
        assertRefused(
                verifier.verify(content, ring(SECRET), SENT.plusSeconds(301)),
                RefusalReason.TOO_OLD);
        assertRefused(
                verifier.verify(content, ring(SECRET), SENT.minusSeconds(301)),
                RefusalReason.TOO_NEW);
    }

    @Test
    void letsTheStandardHeaderAloneDecide() {
        String[] headers = concat(standard("v1,AAAA"), "x-webhook-signature", HEX);

        assertRefused(verify(BODY, ring(SECRET), headers), RefusalReason.WRONG_SIGNATURE);
        assertRefused(
                verify(BODY, ring(SECRET), "webhook-signature", "", "x-webhook-signature", HEX),
                RefusalReason.UNUSABLE_ID);
    }

    @Test
    void refusesStandardWebhookOfSecretWithoutThatForm() {
        assertRefused(verify(BODY, ring(PLAIN), standard(STANDARD)), RefusalReason.NO_SECRET);
        assertRefused(
                verify(BODY, ring("whsec_not base64"), standard(STANDARD)),
                RefusalReason.NO_SECRET);
        assertRefused(verify(BODY, ring("whsec_"), standard(STANDARD)), RefusalReason.NO_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut", "tab\t"})
    void refusesUnusableId(String id) {
        assertRefused(
                verify(BODY, ring(SECRET), standard(id, "1700000000", STANDARD)),
                RefusalReason.UNUSABLE_ID);
    }

    @Test
    void refusesIdOfMoreThanTwoHundredCharacters() {
        assertRefused(
                verify(BODY, ring(SECRET), standard("x".repeat(201), "1700000000", STANDARD)),
                RefusalReason.UNUSABLE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01700000000", "+1700000000", "1700000000.0", "now", "١٧٠٠٠٠٠٠٠٠"})
    void refusesUnusableTimestamp(String timestamp) {
        assertRefused(
                verify(BODY, ring(SECRET), standard("msg_2Lh9", timestamp, STANDARD)),
                RefusalReason.UNUSABLE_TIMESTAMP);
    }

    @Test
    void refusesRepeatedHeadersEvenIfTheyAgree() {
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            String[] once = standard(STANDARD);
            int at = Arrays.asList(once).indexOf(name);
            assertRefused(
                    verify(BODY, ring(SECRET), concat(once, name, once[at + 1])),
                    RefusalReason.REPEATED_HEADER);
        }
        assertRefused(
                verify(BODY, ring(SECRET), "x-webhook-signature", HEX, "x-webhook-signature", HEX),
                RefusalReason.REPEATED_HEADER);
    }

    @Test
    void refusesUnsignedAndUnknown() {
        assertRefused(verify(BODY, ring(SECRET)), RefusalReason.NO_SIGNATURE);
        assertRefused(
                verify(BODY, ring(SECRET), standard("v2,AAAA")), RefusalReason.UNKNOWN_SCHEME);
        assertRefused(
                verify(BODY, ring(SECRET), standard(STANDARD + ",more")),
                RefusalReason.WRONG_SIGNATURE);
    }

    private Verdict verify(Bytes body, SecretRing ring, String... headers) {
        return verifier.verify(content(body, headers), ring, SENT);
    }

    /** Headers are names and values in turn. */
    private static SignedContent content(Bytes body, String... headers) {
        return new SignedContent(
                name ->
                        IntStream.range(0, headers.length / 2)
                                .filter(pair -> headers[2 * pair].equalsIgnoreCase(name))
                                .mapToObj(pair -> headers[2 * pair + 1])
                                .toList(),
                body);
    }

    private static String[] standard(String signature) {
        return standard("msg_2Lh9", "1700000000", signature);
    }

    private static String[] standard(String id, String timestamp, String signature) {
        return new String[] {
            "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature
        };
    }

    private static String[] concat(String[] headers, String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    private static SecretRing ring(String... secrets) {
        return new SecretRing(
                Arrays.stream(secrets).map(each -> Secret.of(each, Optional.empty())).toList(),
                true);
    }

    private static String fingerprint(String secret) {
        return Secret.of(secret, Optional.empty()).fingerprint();
    }

    private static void assertVerified(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    }

    private static void assertRefused(Verdict verdict, RefusalReason reason) {
        assertThat(verdict).isEqualTo(new Verdict.Refused(reason));
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
