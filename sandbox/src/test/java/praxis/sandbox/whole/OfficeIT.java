package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;

/** What admins choose for their practice, from their request to what the next webhook does. */
@ExtendWith(WithSandbox.class)
class OfficeIT {
    private static final String SETTINGS = "/api/admin/settings";
    private static final String LOG = "/api/admin/webhook-events/";
    private static final String USUAL =
            """
            {"default_therapist_id":null,"booking_tool_url":null,"time_policy":"offset",\
            "create_policy":"always"}\
            """;

    private final Practice practice;
    private final TestSandbox sandbox;
    private final String boss;

    OfficeIT(Practice practice, TestSandbox sandbox) {
        this.practice = practice;
        this.sandbox = sandbox;
        this.boss = practice.admin("chefin");
    }

    @BeforeEach
    void listTherapist() {
        changed(
                "/api/admin/therapists",
                """
                {"data":[{"sub":"of-t1","display_name":"Dr. Eva Muster","names":["Dr. Muster"]}]}\
                """);
    }

    /** Other tests share the practice. */
    @AfterEach
    void chooseAsUsual() {
        changed(SETTINGS, USUAL);
    }

    @Test
    void makesPatientsWithTheirFirstAppointmentIfThePracticeWantsThat() throws Exception {
        changed(
                SETTINGS,
                """
                {"create_policy":"with_first_appointment","default_therapist_id":"of-t1"}\
                """);

        Entry registered = practice.hears(newcomer("of-1", "Ottilie", "Obermoser"));
        assertThat(registered).hasToString("success expected");
        assertThat(registered.patientId()).isEmpty();
        Entry booked = practice.hears(Told.booked("of-a1", "of-1", "2039-01-07T10:00:00+01:00"));

        assertThat(booked).hasToString("success stored");
        assertThat(practice.patient(booked.patientId()).path("therapist_id").asText())
                .isEqualTo("of-t1");
        assertThat(practice.appointmentsOf(booked.patientId())).hasSize(1);
    }

    @Test
    void readsTimesAgainByAnotherPolicyAndBack() throws Exception {
        String patient = practice.hears(newcomer("of-2", "Zita", "Zirngibl")).patientId();
        practice.hears(Told.booked("of-a2", "of-2", "2039-07-01T10:00:00Z"));
        assertThat(time(patient)).isEqualTo("2039-07-01T10:00:00Z");
        assertThat(practice.read(SETTINGS + "/times-in-doubt").path("appointments").asInt())
                .isPositive();

        changed(SETTINGS, "{\"time_policy\":\"local\"}");
        assertThat(time(patient)).isEqualTo("2039-07-01T08:00:00Z");

        changed(SETTINGS, "{\"time_policy\":\"offset\"}");
        assertThat(time(patient)).isEqualTo("2039-07-01T10:00:00Z");
    }

    @Test
    void leadsToTheBookingToolOnceThatIsKnown() throws Exception {
        String patient = practice.hears(newcomer("of-3", "Änne", "Xanthippe & Sohn")).patientId();
        JsonNode before = practice.read("/api/patients/" + patient + "/appointments");
        assertThat(before.path("booking_url").isNull()).isTrue();
        assertThat(before.at("/booking_note/code").asText()).isEqualTo("not_configured");

        changed(SETTINGS, "{\"booking_tool_url\":\"https://termine.example.org/buchen\"}");

        assertThat(
                        practice.read("/api/patients/" + patient + "/appointments")
                                .path("booking_url")
                                .asText())
                .isEqualTo(
                        "https://termine.example.org/buchen"
                                + "?patient=%C3%84nne%20Xanthippe%20%26%20Sohn");
    }

    @Test
    void tellsWhereWebhooksAreTaken() {
        assertThat(practice.read("/api/admin/integration").path("webhook_url").asText())
                .isEqualTo(sandbox.sandbox().edges().getFirst() + "/api/webhooks/booking");
    }

    @Test
    void ofTwoAdminsWhoReadTheSameTheSecondIsTold() {
        long version = practice.read(SETTINGS).path("version").asLong();
        String body = "{\"version\":%d,\"retry_horizon_seconds\":%d}";
        assertThat(put(SETTINGS, body.formatted(version, 7_200)).statusCode()).isEqualTo(200);

        assertThat(put(SETTINGS, body.formatted(version, 3_600)).statusCode()).isEqualTo(409);

        assertThat(practice.read(SETTINGS).path("retry_horizon_seconds").asLong()).isEqualTo(7_200);
        changed(SETTINGS, "{\"retry_horizon_seconds\":86400}");
    }

    @Test
    void processesAgainWhatFailedAndSaysWhatCameOfIt() throws Exception {
        Entry failed = practice.hears(Told.event("appointment.created"));
        assertThat(failed.status()).isEqualTo("error");
        String id = failed.json().path("id").asText();
        assertThat(practice.read(LOG + "redrive?type=appointment.created").toString()).contains(id);

        HttpResponse<String> again =
                practice.post(LOG + id + "/redrive", boss, "", "Idempotency-Key", "of-redrive");

        assertThat(again.statusCode()).as(again.body()).isIn(200, 422);
        assertThat(practice.read(LOG + id).path("current_status").asText()).isEqualTo("error");
        assertThat(practice.read("/api/admin/webhook-events?type=event.redrive").toString())
                .contains("\"about_event_id\":\"" + id + "\"");
    }

    @Test
    void givesCalendarsThatAnotherLibraryReads() throws Exception {
        String patient = practice.hears(newcomer("of-4", "Yvonne", "Ypsilanti")).patientId();
        practice.hears(Told.booked("of-a4", "of-4", "2039-01-07T10:00:00+01:00"));
        String feed = "/api/patients/" + patient + "/calendar-feed";
        HttpResponse<String> issued = practice.post(feed, boss, "");
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        String path = Practice.parsed(issued.body()).path("path").asText();

        VEvent booked = eventIn(practice.get(path));
        assertThat(start(booked)).isEqualTo(Instant.parse("2039-01-07T09:00:00Z"));
        assertThat(text(booked, "STATUS")).isEqualTo("CONFIRMED");

        practice.hears(Told.cancelled("of-a4"));
        VEvent cancelled = eventIn(practice.get(path));
        assertThat(text(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(text(cancelled, "UID")).isEqualTo(text(booked, "UID"));
        assertThat(Long.parseLong(text(cancelled, "SEQUENCE")))
                .isGreaterThan(Long.parseLong(text(booked, "SEQUENCE")));

        assertThat(practice.send("DELETE", feed, boss, "").statusCode()).isEqualTo(204);
        assertThat(practice.get(path).statusCode()).isEqualTo(404);
    }

    private static VEvent eventIn(HttpResponse<String> calendar) throws Exception {
        assertThat(calendar.statusCode()).isEqualTo(200);
        List<VEvent> events =
                new CalendarBuilder()
                        .build(new StringReader(calendar.body()))
                        .getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    private static Instant start(VEvent event) {
        Optional<DtStart<Temporal>> start = event.getProperty("DTSTART");
        return Instant.from(start.orElseThrow().getDate());
    }

    private static Told newcomer(String id, String first, String last) {
        return Told.patientCreated(id)
                .named(first, last)
                .with("email", id + "@example.org")
                .with("date_of_birth", Told.birthdayOf(id));
    }

    private String time(String patient) {
        return practice.appointmentOf(patient).path("scheduled_at").asText();
    }

    private void changed(String path, String body) {
        HttpResponse<String> answer = put(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> put(String path, String body) {
        return practice.send("PUT", path, boss, body);
    }
}
