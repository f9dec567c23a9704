package praxis.read.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tokens that nobody should believe, over HTTP: one and the same answer to all of them. */
class ForgedTokensIT {
    private static final String NONE = "{\"alg\":\"none\"}";
    private static final String CLAIMS = TestApi.claims("nord", "admin", "boss").build().toString();
    private static final String VALID = TestApi.token("nord", "admin", "boss");

    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        new TestPractice(database, "nord");
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<String> forged() throws JOSEException {
        String[] parts = VALID.split("\\.", -1);
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        return Stream.of(
                encoded(NONE) + "." + parts[1] + ".",
                encoded(NONE) + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"nOnE\",\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":null}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":[\"HS256\"]}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS256\",\"zip\":\"DEF\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}") + ".x." + parts[2],
                encoded("{\"alg\":\"HS256\",\"x\":" + deep + "}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS256\",\"kid\":\"' union select 'a\"}") + "." + parts[1] + ".",
                encoded(deep) + "." + parts[1] + "." + parts[2],
                encoded("[]") + "." + parts[1] + "." + parts[2],
                encoded("") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..AAAA.AAAA.AAAA",
                encoded(
                                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":2147483647,"
                                    + "\"p2s\":\"AAAA\"}")
                        + ".AAAA.AAAA.AAAA.AAAA",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                parts[0] + ".." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(1),
                VALID.replace('.', ','),
                VALID.toUpperCase(Locale.ROOT),
                VALID + " " + VALID,
                VALID + ", Bearer " + VALID,
                "x" + VALID,
                "A".repeat(12_000),
                (VALID + ".").repeat(30),
                signed("\"" + VALID + "\""),
                nested(VALID),
                signed("[]"),
                signed("null"),
                signed(""),
                signed(CLAIMS + CLAIMS),
                signed(CLAIMS.replaceAll("\"exp\":\\d+", "\"exp\":1e-400")),
                signed(CLAIMS.replaceAll("\"exp\":\\d+", "\"exp\":-9223372036854775808")),
                signed(CLAIMS.replaceAll("\"exp\":\\d+", "\"exp\":\"never\"")),
                signed(CLAIMS.replaceAll("\"exp\":\\d+", "\"exp\":" + deep)),
                signed(CLAIMS.replace("{", "{\"nbf\":1e400,")),
                signed(CLAIMS.replace("{", "{\"nbf\":9223372036854775807,")),
                signed(CLAIMS.replace("\"boss\"", "\"\\u0000\"")),
                signed(CLAIMS.replace("\"boss\"", "{\"$ne\":\"\"}")),
                signed(CLAIMS.replace("\"nord\"", "\"nord' or true --\"")),
                signed(CLAIMS.replace("\"nord\"", "\"nord\\u0000\"")));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("forged")
    void areAllRefusedAlike(String token) {
        HttpResponse<String> answer = api.get("/api/patients", token);
        HttpResponse<String> withoutAny =
                api.send(HttpRequest.newBuilder(api.uri("/api/patients")));

        assertThat(answer.statusCode()).as(token).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(withoutAny.body());
    }

    @Test
    void refusesTwoTokensAtOnce() throws JOSEException {
        String other = signed(CLAIMS.replace("admin", "patient"));
        for (List<String> both : List.of(List.of(VALID, other), List.of(other, VALID))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(api.uri("/api/patients"));
            both.forEach(each -> request.header("Authorization", "Bearer " + each));
            assertThat(api.send(request).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00a", "\\uffff", "🦴", "' or true --", "%", "\\\\"})
    void findsNothingForOddSubjects(String subject) throws JOSEException {
        String token = signed(CLAIMS.replace("\"boss\"", "\"" + subject + "\""));
        assertThat(api.get("/api/patients", token).statusCode()).isIn(200, 401);
        String patient =
                signed(
                        CLAIMS.replace("\"boss\"", "\"" + subject + "\"")
                                .replace("admin", "patient"));
        assertThat(api.get("/api/me/appointments", patient).statusCode()).isIn(404, 401);
    }

    /** With our secret, whatever stands in it. */
    private static String signed(String payload) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).build(), payload);
    }

    private static String nested(String token) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).contentType("JWT").build(), token);
    }

    private static String signed(JWSHeader header, String payload) throws JOSEException {
        JWSObject token = new JWSObject(header, new Payload(payload));
        token.sign(new MACSigner(TestApi.SECRET));
        return token.serialize();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
