package praxis.sandbox.access;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Issues JSON Web Tokens (RFC 7519) signed with HS256. */
public final class TokenIssuer {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ISSUER_AND_AUDIENCE = "praxis";

    private final byte[] key;

    /** The key is the UTF-8 bytes of {@code secret}, as the read API takes them. */
    public TokenIssuer(String secret) {
        this.key = secret.getBytes(StandardCharsets.UTF_8);
    }

    public String issue(Caller caller, Instant now, Duration lifetime) {
        ObjectNode header = StrictJson.object().put("alg", "HS256").put("typ", "JWT");
        ObjectNode claims =
                StrictJson.object()
                        .put("iss", ISSUER_AND_AUDIENCE)
                        .put("aud", ISSUER_AND_AUDIENCE)
                        .put("sub", caller.sub())
                        .put("role", caller.role().claim())
                        .put("practice", caller.practice().value())
                        .put("iat", now.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("exp", now.plus(lifetime).getEpochSecond());
        String content = encoded(header) + "." + encoded(claims);
        return content + "." + encoded(hmac(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] hmac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String encoded(ObjectNode json) {
        return encoded(StrictJson.write(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
