package praxis.read.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class DocsIT {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static TestApi api;

    @BeforeAll
    static void start() {
        api = TestApi.on(TestDatabase.fresh().reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void servesPageWithAllItsPartsFromHere() {
        HttpResponse<String> page = get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
        Matcher links = LINK.matcher(page.body());
        int parts = 0;
        while (links.find()) {
            if (!links.group(1).startsWith("data:")) {
                assertThat(get(links.group(1)).statusCode()).as(links.group(1)).isEqualTo(200);
                parts++;
            }
        }
        assertThat(parts).isEqualTo(4);
    }

    @Test
    void runsNoScriptThatStandsInThePage() {
        HttpResponse<String> page = get("/docs");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void describesEveryEndpointWithItsAnswers() {
        HttpResponse<String> document = get("/openapi.yml");
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body())
                .contains("/api/patients/{id}/appointments:")
                .contains("/api/me/appointments:")
                .contains("/api/patients:")
                .contains("/api/patients/{id}:")
                .contains("/api/admin/webhook-events:")
                .contains("/api/admin/webhook-events/{id}:")
                .contains("/api/admin/reviews:")
                .contains("/api/admin/reviews/{id}:")
                .contains("/api/admin/reviews/{id}/decision:")
                .contains("/api/admin/patients/{id}/booking-link:")
                .contains("/api/admin/booking-patients:")
                .contains("/api/admin/booking-patients/{id}/restore:")
                .contains("/api/admin/settings:")
                .contains("/api/admin/settings/times-in-doubt:")
                .contains("/api/admin/therapists:")
                .contains("/api/admin/patients/{id}/user:")
                .contains("/api/admin/integration:")
                .contains("/api/admin/webhook-events/redrive:")
                .contains("/api/admin/webhook-events/stream:")
                .contains("/api/admin/webhook-events/{id}/redrive:")
                .contains("/api/patients/{id}/appointments.ics:")
                .contains("/api/patients/{id}/calendar-feed:")
                .contains("/api/calendar-feeds/{file}:")
                .contains("/api/commands/{id}:")
                .contains("application/merge-patch+json:")
                .contains("possible_decisions:")
                .contains("waiting_appointments:")
                .contains("booking_system_appointment_id:")
                .contains("last_synced_at:")
                .contains("next_cursor:")
                .contains("application/problem+json:")
                .contains("bearerFormat: JWT")
                .doesNotContain("Caller")
                .doesNotContain("HttpRequest");
    }

    @Test
    void servesNothingElseFromTheClassPath() {
        for (String path :
                new String[] {
                    "/docs/index.html",
                    "/docs/..%2fapplication.properties",
                    "/docs/logback.xml",
                    "/docs/%2e%2e/application.properties",
                }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(String path) {
        return api.send(HttpRequest.newBuilder(api.uri(path)));
    }
}
