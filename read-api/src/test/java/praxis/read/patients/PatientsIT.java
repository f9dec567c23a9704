package praxis.read.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.json.StrictJson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class PatientsIT {
    private static TestDatabase database;
    private static TestApi api;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void showsEveryFieldUnderItsName() {
        TestPractice practice = new TestPractice(database, "fields");
        UUID patient = practice.patient("Anna", null, null, null);
        assertThat(
                        api.get(
                                        "/api/patients/" + patient,
                                        TestApi.token("fields", "admin", "boss"))
                                .body())
                .isEqualTo(
                        """
                        {"id":"%1$s","first_name":"Anna","last_name":null,\
                        "email":"%1$s@example.org","phone":"+49301234",\
                        "date_of_birth":"1980-02-29","gender":"unbekannt",\
                        "booking_system_id":"b-%1$s","booking_email":"tool-%1$s@example.org",\
                        "therapist_id":null,"user_id":null,"waiting_appointments":0,\
                        "waiting_note":null}\
                        """
                                .formatted(patient));
    }

    @Test
    void sortsLikeGermanTelephoneBook() {
        TestPractice practice = new TestPractice(database, "sorted");
        for (String name :
                new String[] {"Zander", "Öztürk", "otto", "Ärmel", "Arnold", "de Boer"}) {
            practice.patient("Eva", name, null, null);
        }
        practice.patient("Adam", "Arnold", null, null);
        practice.patient(null, null, null, null);
        assertThat(names(list("sorted", "")))
                .containsExactly(
                        "null null",
                        "Eva Ärmel",
                        "Adam Arnold",
                        "Eva Arnold",
                        "Eva de Boer",
                        "Eva otto",
                        "Eva Öztürk",
                        "Eva Zander");
    }

    @Test
    void findsPatientsByNameMailAddressAndBookingId() {
        TestPractice practice = new TestPractice(database, "search");
        UUID anna = practice.patient("Anna", "Müller", null, null);
        UUID bernd = practice.patient("Bernd", "Müller", null, null);
        practice.patient("100%", "a_b", null, null);
        assertThat(names(search("search", "müller"))).hasSize(2);
        assertThat(names(search("search", "MÜLLER anna"))).containsExactly("Anna Müller");
        assertThat(names(search("search", "ann"))).containsExactly("Anna Müller");
        assertThat(names(search("search", anna + "@example.org"))).containsExactly("Anna Müller");
        assertThat(names(search("search", "b-" + bernd))).containsExactly("Bernd Müller");
        assertThat(names(search("search", "Müller Schmidt"))).isEmpty();
        assertThat(names(search("search", "%"))).containsExactly("100% a_b");
        assertThat(names(search("search", "a_b"))).containsExactly("100% a_b");
        assertThat(names(search("search", "___"))).isEmpty();
    }

    @Test
    void losesAndRepeatsNobodyWhilePatientsAreAdded() {
        TestPractice practice = new TestPractice(database, "paged");
        for (int number = 10; number < 33; number++) {
            practice.patient("Eva", "Name" + number, null, null);
        }
        // The same name several times over a page's end.
        for (int twin = 0; twin < 5; twin++) {
            practice.patient("Eva", "Name20", null, null);
        }
        List<String> before = names(list("paged", "?limit=200"));
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        int round = 0;
        while (cursor != null) {
            JsonNode page = list("paged", "?limit=4&cursor=" + cursor);
            seen.addAll(names(page));
            cursor = page.get("next_cursor").isNull() ? null : page.get("next_cursor").asText();
            practice.patient("Neu", "Aaa" + round++, null, null);
        }
        assertThat(seen).isEqualTo(before);
    }

    @Test
    void hasFiftyOnAPageAndNoCursorOnTheLast() {
        TestPractice practice = new TestPractice(database, "full");
        for (int number = 0; number < 51; number++) {
            practice.patient("Eva", "Name" + number, null, null);
        }
        JsonNode first = list("full", "");
        assertThat(first.get("data")).hasSize(50);
        JsonNode second = list("full", "?cursor=" + first.get("next_cursor").asText());
        assertThat(second.get("data")).hasSize(1);
        assertThat(second.get("next_cursor").isNull()).isTrue();
        assertThat(list("full", "?limit=51").get("next_cursor").isNull()).isTrue();
    }

    @Test
    void keepsCursorToTheSearchWithoutShowingMore() {
        TestPractice practice = new TestPractice(database, "narrow");
        for (String name : new String[] {"Arnold", "Arnolds", "Busch", "Conrad"}) {
            practice.patient("Eva", name, null, null);
        }
        String cursor = list("narrow", "?limit=1&q=arn").get("next_cursor").asText();
        assertThat(names(list("narrow", "?q=arn&cursor=" + cursor))).containsExactly("Eva Arnolds");
    }

    private static JsonNode search(String practice, String words) {
        return list(practice, "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static JsonNode list(String practice, String query) {
        return StrictJson.parse(
                        api.get("/api/patients" + query, TestApi.token(practice, "admin", "boss"))
                                .body()
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("data")
                .forEach(
                        patient ->
                                names.add(
                                        patient.get("first_name").asText()
                                                + " "
                                                + patient.get("last_name").asText()));
        return names;
    }
}
