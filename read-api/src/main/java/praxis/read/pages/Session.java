package praxis.read.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;

import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Carries the bearer token of who signed in, in a cookie that no script can read. It counts for
 * pages alone: the API takes no cookies, so no other site can make a browser call it.
 */
public final class Session {
    public static final String COOKIE = "praxis_session";

    /** The field of a form that shows that the form was ours. */
    public static final String FORM_FIELD = "csrf";

    private final SecretKeySpec key;
    private final boolean secure;

    /**
     * @param secure whether browsers are to send it over TLS alone
     */
    public Session(Bytes mainKey, boolean secure) {
        this.key = new SecretKeySpec(mainKey.toArray(), "HmacSHA256");
        this.secure = secure;
    }

    /** The bearer token of a page's request; of no other. */
    public Optional<String> findToken(HttpRequest<?> request) {
        return PagePaths.isPage(request.getPath()) ? token(request) : Optional.empty();
    }

    private static Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue);
    }

    /** Goes back and forth with sign-in at another site, which is as strict as a cookie can be. */
    Cookie cookie(String name, String value, Duration lifetime) {
        return Cookie.of(name, value)
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(secure)
                .path("/")
                .maxAge(lifetime);
    }

    /** What the forms of this session carry; another site cannot know it. */
    String formToken(HttpRequest<?> request) {
        return token(request).map(this::formToken).orElse("");
    }

    /** The form token of a session's token. */
    public String formToken(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update("praxis form ".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    /** Whether a form was one of this session's own. */
    boolean isOwn(HttpRequest<?> request, Map<String, String> form) {
        String expected = formToken(request);
        String given = form.getOrDefault(FORM_FIELD, "");
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
