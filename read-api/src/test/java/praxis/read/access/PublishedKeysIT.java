package praxis.read.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.access.TokenVerifier.Verdict;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Tokens that are verified with keys which somebody else publishes. */
class PublishedKeysIT {
    private static RSAKey rsa;
    private static ECKey ec;
    private static RSAKey stranger;

    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private TokenVerifier verifier;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
    }

    @BeforeEach
    void publish() throws IOException {
        OctetSequenceKey symmetric =
                new OctetSequenceKey.Builder(TestApi.SECRET.getBytes(StandardCharsets.UTF_8))
                        .keyID("oct-1")
                        .build();
        byte[] set =
                new JWKSet(java.util.List.of(rsa.toPublicJWK(), ec.toPublicJWK(), symmetric))
                        .toString(false)
                        .getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/keys",
                exchange -> {
                    fetches.incrementAndGet();
                    exchange.sendResponseHeaders(200, set.length);
                    exchange.getResponseBody().write(set);
                    exchange.close();
                });
        server.start();
        verifier = verifier(server.getAddress().getPort());
    }

    @AfterEach
    void withdraw() {
        server.stop(0);
    }

    @Test
    void believesTokensSignedWithPublishedKeys() throws JOSEException {
        assertThat(verify(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(rsa))).isTrue();
        assertThat(verify(JWSAlgorithm.PS256, "rsa-1", new RSASSASigner(rsa))).isTrue();
        assertThat(verify(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(ec))).isTrue();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void refusesStrangersKeyUnderKnownName() throws JOSEException {
        assertThat(verify(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(stranger))).isFalse();
    }

    @Test
    void refusesPublicKeyUsedAsSecret() throws Exception {
        byte[] known = rsa.toRSAPublicKey().getEncoded();
        assertThat(verify(JWSAlgorithm.HS256, "rsa-1", new MACSigner(known))).isFalse();
        String pem = rsa.toPublicJWK().toJSONString();
        assertThat(verify(JWSAlgorithm.HS256, "rsa-1", new MACSigner(pem))).isFalse();
    }

    @Test
    void refusesSymmetricKeyEvenIfPublished() throws JOSEException {
        assertThat(verify(JWSAlgorithm.HS256, "oct-1", new MACSigner(TestApi.SECRET))).isFalse();
    }

    @Test
    void fetchesKeysForUnknownNameOnlyNowAndThen() throws JOSEException {
        for (int attempt = 0; attempt < 50; attempt++) {
            assertThat(verify(JWSAlgorithm.RS256, "rsa-" + attempt, new RSASSASigner(stranger)))
                    .isFalse();
        }
        assertThat(fetches.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void doesNotBlameTokenWhileKeysAreAway() throws JOSEException {
        server.stop(0);
        assertThat(verifier.verify(token(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(rsa))))
                .isEqualTo(new Verdict.Undecided());
    }

    private boolean verify(JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        return verifier.verify(token(algorithm, keyId, signer)) instanceof Verdict.Believed;
    }

    private static String token(JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(keyId).build(),
                        TestApi.claims("nord", "admin", "boss").build());
        token.sign(signer);
        return token.serialize();
    }

    private static TokenVerifier verifier(int port) {
        URI url = URI.create("http://127.0.0.1:" + port + "/keys");
        return new TokenVerifier(
                new TokenTrust("praxis", "praxis", new TokenTrust.PublishedKeys(url)),
                () -> TestApi.NOW);
    }
}
