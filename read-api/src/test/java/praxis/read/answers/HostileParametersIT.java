package praxis.read.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** Every parameter with what it was not made for: refused or found nothing, and never our fault. */
class HostileParametersIT {
    private static final String ADMIN = TestApi.token("nord", "admin", "boss");
    private static final Pattern INSIDE =
            Pattern.compile(
                    "praxis\\.|java|micronaut|jdbi|postgres|exception|select|projection|ledger",
                    Pattern.CASE_INSENSITIVE);

    /** Encoded as they go over the wire. */
    private static final List<String> ODD =
            List.of(
                    "%00",
                    "%0a",
                    "%1f",
                    "%7f",
                    "%c2%85",
                    "%ff",
                    "%c0%80",
                    "%ed%a0%80",
                    "%ed%b0%80%ed%a0%80",
                    "%f4%90%80%80",
                    "%ef%bf%bf",
                    "%e2%80%ae",
                    "%f0%9f%a6%b4",
                    "%cc%81",
                    "%20",
                    "%2b",
                    "+",
                    "-0",
                    "-1",
                    "0",
                    "%2b1",
                    "1.0",
                    "0x10",
                    "%d9%a3",
                    "2147483648",
                    "-9223372036854775808",
                    "99999999999999999999999999",
                    "NaN",
                    "null",
                    "true",
                    "%5b%5d",
                    "%7b%7d",
                    "'",
                    "''",
                    "%5c",
                    "%25",
                    "_",
                    "%25%25%25%25",
                    "a%20b%20c%20d%20e%20f%20g%20h%20i%20j",
                    "%28%28%28%28",
                    "1%3b%20select%20pg_sleep%2810%29",
                    "'%20union%20select%20null--",
                    "a@b.com,booking_email.eq.x",
                    "%3Cscript%3E",
                    "..%2f..%2fetc%2fpasswd",
                    "00000000-0000-0000-0000-000000000000",
                    "00000000-0000-0000-0000-00000000000G",
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T00:00:00.123456789012Z",
                    "2026-02-30T00:00:00Z",
                    "2026-01-01T24:00:00Z",
                    "2026-06-30T23:59:60Z",
                    "0000-01-01T00:00:00Z",
                    "-0001-01-01T00:00:00Z",
                    "-999999999-01-01T00:00:00Z",
                    "%2b999999999-12-31T23:59:59Z",
                    "%2b294277-01-01T00:00:00Z",
                    "-4714-01-01T00:00:00Z",
                    "2026-01-01T00:00:00%2b18:00",
                    "2026-01-01T00:00:00-18:00",
                    "2026-01-01T00:00:00%2b18:01",
                    "infinity",
                    "now",
                    "x".repeat(200),
                    "x".repeat(201),
                    "x".repeat(4_000),
                    "A".repeat(4_000),
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "====",
                    "-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_");

    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        TestPractice practice = new TestPractice(database, "nord");
        practice.patient("Anna", "Arnold", "t1", "u1");
        practice.event("ping", "{}");
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/patients, limit",
        "/api/patients, cursor",
        "/api/patients, q",
        "/api/admin/webhook-events, limit",
        "/api/admin/webhook-events, cursor",
        "/api/admin/webhook-events, type",
        "/api/admin/webhook-events, status",
        "/api/admin/webhook-events, patient",
        "/api/admin/webhook-events, from",
        "/api/admin/webhook-events, to",
        "/api/admin/webhook-events, q",
    })
    void isNeverOurFault(String path, String parameter) {
        for (String value : ODD) {
            isAnsweredInOrder(path + "?" + parameter + "=" + value);
            isAnsweredInOrder(path + "?" + parameter + "=" + value + "&" + parameter + "=1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patients/",
                "/api/admin/webhook-events/",
                "/api/patients?",
                "/api/",
                "/docs/",
                "/",
            })
    void isNeverOurFaultInAddresses(String path) {
        for (String odd : ODD) {
            isAnsweredInOrder(path + odd);
            isAnsweredInOrder(path + odd + "/appointments");
        }
    }

    private static void isAnsweredInOrder(String address) {
        HttpResponse<String> answer = api.get(address, ADMIN);
        assertThat(answer.statusCode()).as(address).isIn(200, 400, 404, 414, 431);
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().allValues("Content-Type"))
                    .as(address)
                    .containsExactly(Problem.MEDIA_TYPE);
            assertThat(INSIDE.matcher(answer.body()).find()).as(answer.body()).isFalse();
        }
    }
}
