package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What staff decide, from the button to the tables and back, with all programs between. */
@ExtendWith(WithSandbox.class)
class StaffCommandsIT {
    private static final int ROUNDS = 100;
    private static final List<String> FIRST_NAMES =
            List.of("Ada", "Berta", "Dorothea", "Friederike", "Gudrun", "Hermine");
    private static final List<String> FAMILIES =
            List.of("Abendroth", "Birkenstock", "Czapla", "Dünnebier", "Eckernkamp", "Immler");

    @Test
    void linksByDecisionAndShowsAppointmentsAtOnce(Practice practice) throws Exception {
        String patient = mother(practice, "sc-1");
        String item = child(practice, "sc-1c", "sc-1");
        practice.hears(Told.booked("sca-1", "sc-1c", "2039-01-07T10:00:00+01:00"));
        String boss = practice.admin("chefin");

        assertThat(practice.patient(patient).path("waiting_appointments").asInt()).isEqualTo(1);
        assertThat(practice.appointmentsOf(patient)).isEmpty();
        HttpResponse<String> decided =
                practice.post(decision(item), boss, link(patient), "Idempotency-Key", "sc-1");

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        JsonNode review = Practice.parsed(decided.body());
        assertThat(review.path("state").asText()).isEqualTo("decided");
        assertThat(review.at("/decided/by").asText()).isEqualTo("chefin");
        assertThat(review.at("/decided/patient_id").asText()).isEqualTo(patient);
        assertThat(practice.appointmentsOf(patient)).hasSize(1);
        assertThat(practice.patient(patient).path("waiting_appointments").asInt()).isZero();

        HttpResponse<String> again =
                practice.post(decision(item), boss, link(patient), "Idempotency-Key", "sc-1");
        assertThat(again.body()).isEqualTo(decided.body());
        HttpResponse<String> second =
                practice.post(
                        decision(item), practice.admin("vertretung"), "{\"decision\":\"dismiss\"}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Practice.parsed(second.body()).at("/decided/by").asText()).isEqualTo("chefin");
    }

    @Test
    void takesLinkBackWithItsAppointments(Practice practice) throws Exception {
        String patient = mother(practice, "sc-2");
        practice.hears(Told.booked("sca-2", "sc-2", "2039-01-07T10:00:00+01:00"));
        String boss = practice.admin("chefin");
        assertThat(practice.appointmentsOf(patient)).hasSize(1);

        String link = "/api/admin/patients/" + patient + "/booking-link";
        HttpResponse<String> unlinked = practice.send("DELETE", link, boss, "");
        assertThat(unlinked.statusCode()).as(unlinked.body()).isEqualTo(200);
        assertThat(Practice.parsed(unlinked.body()).path("booking_patients")).isEmpty();
        assertThat(practice.appointmentsOf(patient)).isEmpty();

        String other = created(practice, boss, "{\"last_name\":\"Anders\"}");
        HttpResponse<String> linked =
                practice.send(
                        "PUT",
                        "/api/admin/patients/" + other + "/booking-link",
                        boss,
                        "{\"booking_patient_id\":\"sc-2\"}");
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
        assertThat(practice.appointmentsOf(other)).hasSize(1);
    }

    @Test
    void createsAndChangesPatientsOfStaff(Practice practice) {
        String boss = practice.admin("chefin");
        String patient =
                created(
                        practice,
                        boss,
                        "{\"first_name\":\"Olga\",\"last_name\":\"Ohm\",\"phone\":\"030 23125\"}");
        HttpResponse<String> changed =
                practice.send(
                        "PATCH",
                        "/api/patients/" + patient,
                        boss,
                        "{\"phone\":null,\"gender\":null,\"email\":\"olga.ohm@example.org\"}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode now = Practice.parsed(changed.body());
        assertThat(now.path("phone").isNull()).isTrue();
        assertThat(now.path("first_name").asText()).isEqualTo("Olga");
        assertThat(now.path("email").asText()).isEqualTo("olga.ohm@example.org");
        assertThat(now.path("gender").asText()).isEqualTo("unbekannt");
        assertThat(practice.patient(patient)).isEqualTo(now);
    }

    @Test
    void dismissesAndListensAgain(Practice practice) throws Exception {
        mother(practice, "sc/4");
        String item = child(practice, "sc/4 c", "sc/4");
        String boss = practice.admin("chefin");

        assertThat(practice.post(decision(item), boss, "{\"decision\":\"dismiss\"}").statusCode())
                .isEqualTo(200);
        assertThat(practice.read("/api/admin/booking-patients?limit=200").toString())
                .contains("\"sc/4 c\"");
        HttpResponse<String> restored =
                practice.post("/api/admin/booking-patients/sc%2F4%20c/restore", boss, "");
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(Practice.parsed(restored.body()).path("standing").asText())
                .isNotEqualTo("ignored");
    }

    @Test
    void letsOneOfTwoAdminsWin(Practice practice) throws Exception {
        String patient = mother(practice, "sc-5");
        long before = patients(practice);
        int created = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String item = child(practice, "sc-5-" + round, "sc-5");
            List<HttpResponse<String>> answers =
                    both(
                            practice,
                            item,
                            link(patient),
                            "{\"decision\":\"keep_apart\",\"reason\":\"brother\"}");

            assertThat(answers)
                    .as(answers.getFirst().body() + answers.getLast().body())
                    .extracting(HttpResponse::statusCode)
                    .containsExactlyInAnyOrder(200, 409);
            int winner = answers.getFirst().statusCode() == 200 ? 0 : 1;
            JsonNode won = Practice.parsed(answers.get(winner).body());
            JsonNode lost = Practice.parsed(answers.get(1 - winner).body());
            String by = winner == 0 ? "erste" : "zweite";
            assertThat(won.at("/decided/by").asText()).isEqualTo(by);
            assertThat(lost.at("/decided")).isEqualTo(won.at("/decided"));
            boolean linked = won.at("/newcomer/patient_id").asText().equals(patient);
            assertThat(linked).isEqualTo(winner == 0);
            created += winner;
        }
        assertThat(patients(practice)).isEqualTo(before + created);
    }

    private static List<HttpResponse<String>> both(
            Practice practice, String item, String first, String second) throws Exception {
        String path = decision(item);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> one =
                    threads.submit(() -> practice.post(path, practice.admin("erste"), first));
            Future<HttpResponse<String>> two =
                    threads.submit(() -> practice.post(path, practice.admin("zweite"), second));
            return List.of(one.get(), two.get());
        }
    }

    /** With a mailbox and a patient of her own. */
    private static String mother(Practice practice, String id) throws InterruptedException {
        int number = id.charAt(3) - '0';
        LocalDate born = LocalDate.of(1960 + 5 * number, 1 + number, 3 + 4 * number);
        Entry entry =
                practice.hears(
                        Told.patientCreated(id)
                                .named(FIRST_NAMES.get(number), family(id))
                                .with("email", mailbox(id))
                                .with("date_of_birth", born.toString()));
        assertThat(entry).hasToString("success created");
        return entry.patientId();
    }

    /** With the mother's mailbox; the id of the question who this is. */
    private static String child(Practice practice, String id, String mother)
            throws InterruptedException {
        Entry entry =
                practice.hears(
                        Told.patientCreated(id)
                                .named("Konrad", family(mother))
                                .with("email", mailbox(mother))
                                .with("date_of_birth", birthday(id).toString()));
        assertThat(entry.status()).isEqualTo("needs_review");
        return entry.json().at("/outcome/review/id").asText();
    }

    /** Nobody else's: one who is the same in all else would be taken for somebody known. */
    private static LocalDate birthday(String id) {
        return LocalDate.of(2000, 1, 1).plusDays(Math.floorMod(id.hashCode(), 6_000));
    }

    private static String family(String mother) {
        return FAMILIES.get(mother.charAt(3) - '0');
    }

    private static String mailbox(String id) {
        return "familie." + id.replace('/', '.') + "@example.org";
    }

    private static String created(Practice practice, String bearer, String body) {
        HttpResponse<String> created = practice.post("/api/patients", bearer, body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Practice.parsed(created.body()).path("id").asText();
    }

    /** Of the family, whoever else the practice has. */
    private static long patients(Practice practice) {
        return Stream.iterate(
                        practice.read("/api/patients?q=Immler&limit=200"),
                        page -> !page.isMissingNode(),
                        page ->
                                page.path("next_cursor").isNull()
                                        ? page.path("none")
                                        : practice.read(
                                                "/api/patients?q=Immler&limit=200&cursor="
                                                        + page.path("next_cursor").asText()))
                .mapToLong(page -> page.path("data").size())
                .sum();
    }

    private static String decision(String item) {
        return "/api/admin/reviews/" + item + "/decision";
    }

    private static String link(String patient) {
        return "{\"decision\":\"link\",\"patient_id\":\"" + patient + "\"}";
    }
}
