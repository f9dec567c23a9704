package praxis.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.EventReader.Reading;
import praxis.schemas.json.StrictJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What docs/EVENTS.md shows to the developers of a booking tool is so. */
class EventsGuideTest {
    private static final String GUIDE = read(Path.of("../docs/EVENTS.md"));
    private static final Pattern JSON_BLOCK = Pattern.compile("(?s)```json\n(.*?)```");
    private static final String SECRET = only("SECRET='(whsec_[^']*)'");
    private static final String BODY = only("BODY='([^']*)'");

    static List<String> examples() {
        return JSON_BLOCK.matcher(GUIDE).results().map(block -> block.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreUnderstoodAndKeepTheirSchema(String example) {
        byte[] bytes = example.getBytes(StandardCharsets.UTF_8);

        assertThat(EventReader.read(bytes))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood ->
                                assertThat(
                                                Schemas.accepts(
                                                        Schemas.ofEvent(
                                                                understood
                                                                        .event()
                                                                        .type()
                                                                        .wireName()),
                                                        StrictJson.parse(bytes).orElseThrow()))
                                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void namesEveryType(EventType type) {
        assertThat(GUIDE).contains("| `" + type.wireName() + "` |");
    }

    @Test
    void signsAsStandardWebhooksDoes() throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
        String id = only("(?m)^ID=(.*)$");
        String timestamp = only("the timestamp `([0-9]+)`");

        assertThat(Base64.getEncoder().encodeToString(hmac(key, id + "." + timestamp + "." + BODY)))
                .isEqualTo(only("webhook-signature: v1,([A-Za-z0-9+/=]+)"));
    }

    @Test
    void signsTheBodyWithTheSecretAsShown() throws GeneralSecurityException {
        byte[] key = SECRET.getBytes(StandardCharsets.UTF_8);

        assertThat(HexFormat.of().formatHex(hmac(key, BODY)))
                .isEqualTo(only("X-Webhook-Signature: sha256=([0-9a-f]+)"));
    }

    private static byte[] hmac(byte[] key, String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String only(String pattern) {
        List<MatchResult> found = Pattern.compile(pattern).matcher(GUIDE).results().toList();
        if (found.size() != 1) {
            throw new AssertionError(pattern + " is there " + found.size() + " times");
        }
        return found.getFirst().group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
