package praxis.read.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import net.fortuna.ical4j.model.component.VEvent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.read.TestApi;
import praxis.read.TestBroker;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.read.commands.StandIn;
import praxis.schemas.command.StaffCommand.IssueCalendarFeed;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Patients take their appointments into calendars, and staff do it for them. */
class CalendarIT {
    private static final Instant SOON = Instant.parse("2026-07-01T08:00:00Z");
    private static final String BOSS = TestApi.token("calendars", "admin", "boss");

    private static TestDatabase database;
    private static TestPractice nord;
    private static StandIn processor;
    private static TestApi api;
    private static UUID anna;
    private static UUID foreign;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        nord = new TestPractice(database, "calendars");
        anna = nord.patient("Anna", "Arnold", "t1", "u1");
        foreign = new TestPractice(database, "sued").patient("Dora", "Dietz", "t1", "u1");
        processor = new StandIn(database, nord);
        api = TestApi.on(database.reader(), TestBroker.bootstrap());
    }

    @AfterAll
    static void stop() {
        api.close();
        processor.close();
    }

    @Test
    void givesPatientsTheirAppointmentsAsFile() {
        UUID patient = nord.patient("Berta", "Busch", "t1", "u2");
        UUID later = nord.appointment(patient, SOON, "Dr. Eins");
        nord.setAppointment(later, "changed_offset", 41L);
        UUID off = nord.appointment(patient, SOON.minusSeconds(3_600), "Dr. Eins");
        nord.setAppointment(off, "status", "cancelled");

        HttpResponse<String> file = download(patient, TestApi.token("calendars", "patient", "u2"));

        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(header(file, "Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        assertThat(header(file, "Content-Disposition")).contains("termine.ics");
        assertThat(header(file, "Cache-Control")).isEqualTo("private, no-cache");
        List<VEvent> events = ReadBack.of(file.body()).events();
        assertThat(events)
                .extracting(event -> ReadBack.text(event, "UID"))
                .containsExactly(later.toString(), off.toString());
        assertThat(events)
                .extracting(event -> ReadBack.text(event, "SEQUENCE"))
                .containsExactly("41", "0");
        assertThat(ReadBack.text(events.get(1), "STATUS")).isEqualTo("CANCELLED");
        assertThat(ReadBack.start(events.getFirst())).isEqualTo(SOON);
    }

    @Test
    void sendsNothingTwiceToWhoHasIt() {
        String tag = header(download(anna, BOSS), "ETag");
        HttpResponse<String> again =
                api.send(
                        HttpRequest.newBuilder(
                                        api.uri("/api/patients/" + anna + "/appointments.ics"))
                                .header("Authorization", "Bearer " + BOSS)
                                .header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource({
        "admin, boss, calendars, 200",
        "therapist, t1, calendars, 200",
        "therapist, t9, calendars, 404",
        "patient, u1, calendars, 200",
        "patient, u9, calendars, 404",
        "admin, boss, sued, 404",
        "patient, u1, sued, 404",
    })
    void showsTheFileAndGivesFeedsToWhoMaySeeThePatient(
            String role, String subject, String practice, int status) {
        String token = TestApi.token(practice, role, subject);
        assertThat(download(anna, token).statusCode()).isEqualTo(status);
        int seen = processor.seen().size();
        assertThat(issue(anna, token, role + subject).statusCode())
                .isEqualTo(status == 200 ? 201 : 404);
        assertThat(processor.seen()).hasSize(status == 200 ? seen + 1 : seen);
        assertThat(revoke(anna, token).statusCode()).isEqualTo(status == 200 ? 204 : 404);
        if (practice.equals("calendars")) {
            assertThat(issue(foreign, token, "foreign").statusCode()).isEqualTo(404);
            assertThat(download(foreign, token).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void asksForLogin() {
        for (String path : List.of("/appointments.ics", "/calendar-feed")) {
            assertThat(
                            api.send(
                                            HttpRequest.newBuilder(
                                                    api.uri("/api/patients/" + anna + path)))
                                    .statusCode())
                    .isIn(401, 405);
        }
    }

    @Test
    void feedNeedsNoLoginAndShowsTheSame() {
        UUID patient = nord.patient("Carla", "Conrad", "t1", null);
        nord.appointment(patient, SOON, "Dr. Eins");

        HttpResponse<String> issued = issue(patient, BOSS, "feed");
        assertThat(header(issued, "Cache-Control")).isEqualTo("no-store");
        HttpResponse<String> feed = anonymous(path(issued));

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).isEqualTo(download(patient, BOSS).body());
        assertThat(path(issued)).doesNotContain(patient.toString()).matches("\\S{67}");
        String hash = ((IssueCalendarFeed) processor.seen().getLast().command()).tokenHash();
        assertThat(path(issued)).doesNotContain(hash);
        assertThat(database.column("select token_hash from projection.calendar_feeds"))
                .contains(hash);
    }

    @Test
    void repeatedRequestGetsTheSameAddressAndAnotherOneEndsIt() {
        UUID patient = nord.patient("Dana", "Decker", "t1", null);
        String first = path(issue(patient, BOSS, "once"));

        assertThat(path(issue(patient, BOSS, "once"))).isEqualTo(first);
        String second = path(issue(patient, BOSS, "again"));
        assertThat(second).isNotEqualTo(first);
        assertThat(anonymous(first).statusCode()).isEqualTo(404);
        assertThat(anonymous(second).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownRevokedAndArchivedLookAlike() {
        UUID patient = nord.patient("Emma", "Ernst", "t1", null);
        String revoked = path(issue(patient, BOSS, "to be revoked"));
        assertThat(revoke(patient, BOSS).statusCode()).isEqualTo(204);
        UUID gone = nord.patient("Frieda", "Franz", "t1", null);
        String archived = path(issue(gone, BOSS, "to be archived"));
        nord.setPatient(gone, "archived_at", OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        String unknown = "/api/calendar-feeds/" + "A".repeat(43) + ".ics";

        HttpResponse<String> answer = anonymous(unknown);
        assertThat(answer.statusCode()).isEqualTo(404);
        for (String path : List.of(revoked, archived, "/api/calendar-feeds/x.ics")) {
            assertThat(anonymous(path).statusCode()).isEqualTo(404);
            assertThat(anonymous(path).body()).isEqualTo(answer.body());
        }
    }

    @Test
    void boundsHowOftenOneIsAskedFor() {
        UUID patient = nord.patient("Gisa", "Gross", "t1", null);
        String path = path(issue(patient, BOSS, "often"));
        List<HttpResponse<String>> answers = new ArrayList<>();
        // Twice as often: a new minute may begin meanwhile.
        for (int i = 0; i <= 2 * FeedGate.MOST_OF_ONE; i++) {
            answers.add(anonymous(path));
        }
        assertThat(answers.subList(0, FeedGate.MOST_OF_ONE))
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        HttpResponse<String> tooOften =
                answers.stream()
                        .filter(answer -> answer.statusCode() == 429)
                        .findFirst()
                        .orElseThrow();
        assertThat(header(tooOften, "Retry-After")).isEqualTo("60");
    }

    private static HttpResponse<String> download(UUID patient, String token) {
        return api.get("/api/patients/" + patient + "/appointments.ics", token);
    }

    private static HttpResponse<String> issue(UUID patient, String token, String key) {
        return api.post(
                "/api/patients/" + patient + "/calendar-feed", token, "", "Idempotency-Key", key);
    }

    private static HttpResponse<String> revoke(UUID patient, String token) {
        return api.send("DELETE", "/api/patients/" + patient + "/calendar-feed", token, "");
    }

    private static HttpResponse<String> anonymous(String path) {
        return api.send(HttpRequest.newBuilder(api.uri(path)));
    }

    private static String path(HttpResponse<String> issued) {
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        return StrictJson.parse(issued.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .path("path")
                .asText();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
