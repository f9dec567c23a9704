package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.sandbox.system.ForegroundProgram;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningSandbox;
import praxis.sandbox.tool.Answer;
import praxis.schemas.record.SignatureScheme;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever a sender who can sign sends: answered, kept, shown as it is, and nowhere else. */
@ExtendWith(WithSandbox.class)
class HostileInputIT {
    private static final int AT_ONCE = 8;

    /** What was sent, and the row that came of it. */
    private record Kept(NaughtyEvent event, Entry entry) {}

    @ParameterizedTest
    @EnumSource(SignatureScheme.class)
    void answersEveryBodyAndComesToTheNext(
            SignatureScheme scheme, Practice practice, TestSandbox sandbox) throws Exception {
        for (HostileBody body : HostileBody.all()) {
            Answer.Status answer = practice.send(body.signed(scheme));

            int expected =
                    body.status() == 200 && scheme == SignatureScheme.STANDARD_WEBHOOKS
                            ? 202
                            : body.status();
            assertThat(answer.code()).as(body.name()).isEqualTo(expected);
            Canaries.tellNothingOfTheInside(body.name(), answer.body());
        }
        appliesAnHonestEvent(practice, "after-bodies-" + scheme.wireName());
        isInOrder(sandbox);
    }

    @Test
    void keepsOddTextsAsTheyAreInEveryField(Practice practice, TestSandbox sandbox)
            throws Exception {
        List<String> texts = NaughtyStrings.all();
        List<Integer> numbers = IntStream.range(0, texts.size()).boxed().toList();
        List<String> firsts =
                together(
                        numbers,
                        number -> idOf(practice.send(NaughtyEvent.patientOf(number).delivery())));
        List<NaughtyEvent> events =
                numbers.stream()
                        .flatMap(number -> NaughtyEvent.with(texts.get(number), number).stream())
                        .toList();
        List<String> ids = together(events, event -> sent(event, practice));
        appliesAnHonestEvent(practice, "after-texts");

        List<Kept> kept =
                together(
                        IntStream.range(0, events.size())
                                .filter(index -> !ids.get(index).isEmpty())
                                .boxed()
                                .toList(),
                        index -> kept(events.get(index), ids.get(index), practice));
        assertThat(kept).hasSizeGreaterThan(10_000);
        assertThat(together(kept, each -> isShownOfPatient(each, practice)))
                .filteredOn(shown -> shown)
                .hasSizeGreaterThan(500);
        assertThat(
                        together(
                                numbers,
                                number ->
                                        areShownOfAppointments(
                                                texts.get(number).strip(),
                                                practice.entry(firsts.get(number)).patientId(),
                                                practice)))
                .filteredOn(shown -> shown > 0)
                .hasSizeGreaterThan(100);
        isInOrder(sandbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "';delete/**/from/**/ledger.event_log;--",
                "${jndi:ldap://example.org/a}",
                "../../etc/passwd",
                "a.b.c.1.2",
                "%s%n%00",
                "=1+1",
                "<b>",
                "null",
                "\\N",
            })
    void knowsOddIdsAgain(String id, Practice practice) throws Exception {
        assertThat(practice.hears(Told.patientCreated(id).as(id)).status()).isEqualTo("error");
        Told told = Told.patientUpdated("id " + id).named("Otto", "Nummer " + id).as(id);

        assertThat(practice.hears(told).status()).isIn("success", "needs_review");
        assertThat(practice.hears(told).status()).isEqualTo("duplicate");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 255, 256, 500, 501, 8_000})
    void keepsLongIdsOrRefusesThem(int length, Practice practice) throws Exception {
        Told told = Told.event("ping").as("l".repeat(length));
        Answer.Status answer = practice.send(told.delivery());

        // An id that the log could not hold would leave a record that no practice sees.
        if (answer.isAccepted()) {
            assertThat(practice.entry(idOf(answer)).status()).isEqualTo("success");
        } else {
            assertThat(answer.code()).isEqualTo(401);
        }
    }

    private interface Step<T, R> {
        R apply(T each) throws Exception;
    }

    private static <T, R> List<R> together(List<T> all, Step<T, R> step) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<R>> steps =
                    all.stream().<Callable<R>>map(each -> () -> step.apply(each)).toList();
            List<R> results = new ArrayList<>();
            for (Future<R> done : workers.invokeAll(steps)) {
                results.add(done.get());
            }
            return results;
        }
    }

    /** Empty where it was refused. */
    private static String sent(NaughtyEvent event, Practice practice) throws InterruptedException {
        Answer.Status answer = practice.send(event.told().delivery());
        assertThat(answer.code()).as(event.toString()).isIn(200, 422);
        Canaries.tellNothingOfTheInside(event.toString(), answer.body());
        return idOf(answer);
    }

    private static String idOf(Answer.Status answer) {
        return answer.isAccepted() ? Practice.parsed(answer.body()).path("event_id").asText() : "";
    }

    private static Kept kept(NaughtyEvent event, String id, Practice practice) {
        Entry entry = new Entry(practice.read("/api/admin/webhook-events/" + id));
        assertThat(entry.json().path("payload"))
                .as(event.toString())
                .isEqualTo(event.told().document());
        Canaries.areNotIn("error of " + event, entry.error());
        Canaries.areNotIn("outcome of " + event, entry.json().path("outcome").toString());
        return new Kept(event, entry);
    }

    /** False where nothing was created that could show it. */
    private static boolean isShownOfPatient(Kept kept, Practice practice) {
        String field = kept.event().canonicalField();
        if (!kept.entry().toString().equals("success created")
                || !List.of("first_name", "last_name", "email", "phone").contains(field)) {
            return false;
        }
        JsonNode shown = practice.patient(kept.entry().patientId()).path(field);
        // Placeholders and white space are dropped; nothing else may become of a text.
        assertThat(shown.isNull() ? "" : shown.asText())
                .as(kept.event().toString())
                .isIn(kept.event().text().strip(), "");
        return !shown.isNull();
    }

    /** How many do show it: text that may not be empty, or too long, made an error. */
    private static long areShownOfAppointments(String text, String patientId, Practice practice) {
        List<String> shown =
                practice.appointmentsOf(patientId).stream()
                        .flatMap(
                                each ->
                                        Stream.of("therapist_name", "service_name")
                                                .filter(field -> isNamedAfter(each, field))
                                                .map(field -> each.path(field).asText("")))
                        .toList();
        assertThat(shown).allMatch(each -> each.equals(text) || each.isEmpty());
        return shown.stream().filter(each -> !each.isEmpty()).count();
    }

    private static boolean isNamedAfter(JsonNode appointment, String field) {
        return appointment.path("booking_system_appointment_id").asText().endsWith("-" + field);
    }

    private static void appliesAnHonestEvent(Practice practice, String id) throws Exception {
        Entry entry =
                practice.hears(
                        Told.patientCreated(id)
                                .named("Hanna", "Ehrlich-" + id)
                                .with("date_of_birth", Told.birthdayOf(id))
                                .with("email", id + "@example.org"));
        assertThat(entry).hasToString("success created");
    }

    private static void isInOrder(TestSandbox sandbox) throws Exception {
        int exitCode =
                new ForegroundProgram(
                                sandbox.files(),
                                TestSandbox.java(),
                                RunningSandbox.demand(sandbox.files()))
                        .run(Program.EVENT_PROCESSOR, List.of("verify"));
        assertThat(exitCode).isZero();
        assertThat(sandbox.failures()).isEmpty();
        Canaries.areInNoLog(sandbox.files());
        Canaries.areInNoColumnOfTheLog(sandbox.sandbox());
        for (Program program : Program.values()) {
            Canaries.areInNoMetric(sandbox.sandbox().programs(program).getFirst());
        }
    }
}
