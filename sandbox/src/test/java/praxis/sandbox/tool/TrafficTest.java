package praxis.sandbox.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.EventReader.Reading;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.SignatureScheme;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class TrafficTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final int MANY = 3_000;

    @Test
    void sendsTheSameForTheSameSeed() {
        assertThat(deliveries(4711)).isEqualTo(deliveries(4711));
    }

    @Test
    void sendsOtherThingsForAnotherSeed() {
        Set<Delivery> some = new HashSet<>(deliveries(1));
        assertThat(deliveries(2)).doesNotContainAnyElementsOf(some);
    }

    @Test
    void sendsEveryTypeThatTheContractKnows() {
        assertThat(deliveries(7).stream().map(TrafficTest::reading))
                .filteredOn(Reading.Understood.class::isInstance)
                .extracting(each -> ((Reading.Understood) each).event().type())
                .contains(EventType.values());
    }

    @Test
    void isMostlyUnderstoodAndNowAndThenBroken() {
        List<Reading> readings = deliveries(7).stream().map(TrafficTest::reading).toList();
        long understood = readings.stream().filter(Reading.Understood.class::isInstance).count();

        assertThat(understood).isBetween(MANY * 95L / 100, MANY - 10L);
        assertThat(readings)
                .hasAtLeastOneElementOfType(Reading.NotJson.class)
                .hasAtLeastOneElementOfType(Reading.Malformed.class)
                .hasAtLeastOneElementOfType(Reading.UnknownType.class);
    }

    @Test
    void signsInBothSchemesAndWrapsInBothEnvelopes() {
        List<Delivery> deliveries = deliveries(7);

        assertThat(deliveries)
                .extracting(Delivery::scheme)
                .contains(SignatureScheme.BODY, SignatureScheme.STANDARD_WEBHOOKS);
        assertThat(fieldNames(deliveries, ""))
                .contains("event_type", "payload", "event_id", "occurred_at")
                .contains("type", "data", "timestamp");
    }

    @Test
    void speaksBothDialectsWithinOneDocument() {
        List<Delivery> deliveries = deliveries(7);

        assertThat(fieldNames(deliveries, "/payload"))
                .contains("booking_patient_id", "id", "patient_id", "booking_appointment_id")
                .contains("first_name", "vorname", "phone", "telefon", "gender", "geschlecht");
        assertThat(deliveries.stream().map(each -> names(each, "/payload")))
                .anyMatch(names -> names.containsAll(List.of("vorname", "last_name")))
                .anyMatch(names -> names.contains("email") && !names.contains("phone"));
    }

    @Test
    void repeatsDeliveriesByteForByte() {
        List<Delivery> deliveries = deliveries(7);
        int repeated = deliveries.size() - new HashSet<>(deliveries).size();

        assertThat(repeated).isBetween(MANY * 2 / 100, MANY * 9 / 100);
    }

    @Test
    void sendsAppointmentsAheadOfTheirPatients() {
        Set<String> known = new HashSet<>();
        int ahead = 0;
        for (Delivery delivery : deliveries(7)) {
            JsonNode document = document(delivery);
            JsonNode payload =
                    document.has("data") ? document.path("data") : document.path("payload");
            JsonNode patient = either(payload, "booking_patient_id", "patient_id");
            boolean appointment = payload.has("scheduled_at");
            if (appointment && !known.contains(patient.asText())) {
                ahead++;
            } else if (!appointment) {
                known.add(either(payload, "booking_patient_id", "id").asText());
            }
        }
        assertThat(ahead).isBetween(20, MANY / 10);
    }

    @Test
    void letsFamiliesShareMailbox() {
        List<String> mailboxes =
                deliveries(7).stream()
                        .map(each -> document(each).at("/payload/email").asText())
                        .filter(email -> !email.isEmpty())
                        .toList();
        assertThat(new HashSet<>(mailboxes)).hasSizeLessThan(mailboxes.size() * 9 / 10);
    }

    @Test
    void bringsWhatStaffHaveToBeAskedAboutWithinMinutes() {
        int threeMinutes = 900;
        Map<String, Set<String>> idsOfMailbox = new HashMap<>();
        Map<String, Set<String>> mailboxesOfPerson = new HashMap<>();
        for (Delivery delivery : deliveries(7).subList(0, threeMinutes)) {
            JsonNode payload = document(delivery).path("payload");
            String email = payload.path("email").asText();
            String id = either(payload, "booking_patient_id", "id").asText();
            String birth = either(payload, "date_of_birth", "geburtsdatum").asText();
            String first = either(payload, "first_name", "vorname").asText();
            if (!email.isEmpty()) {
                idsOfMailbox.computeIfAbsent(email, _ -> new HashSet<>()).add(id);
            }
            if (!email.isEmpty() && !birth.isEmpty() && !first.isEmpty()) {
                mailboxesOfPerson
                        .computeIfAbsent(first + "|" + birth, _ -> new HashSet<>())
                        .add(email);
            }
        }
        assertThat(idsOfMailbox.values()).filteredOn(ids -> ids.size() > 1).hasSizeGreaterThan(10);
        assertThat(mailboxesOfPerson.values())
                .as("the same person from another mailbox")
                .anyMatch(mailboxes -> mailboxes.size() > 1);
    }

    @Test
    void usesAddressesAndNumbersThatBelongToNobody() {
        for (Delivery delivery : deliveries(7)) {
            JsonNode payload = document(delivery).path("payload");
            String email = payload.path("email").asText();
            assertThat(email.isEmpty() || email.matches(".+@(.+\\.)?example(\\.[a-z]{3})?"))
                    .isTrue();
            JsonNode phone = either(payload, "phone", "telefon");
            if (phone.isTextual()) {
                assertThat(phone.asText().replaceAll("\\D", ""))
                        .matches("(0049|49|0)((30|40|69|89)0\\d{7}|158\\d{8})|000000");
            }
        }
    }

    @Test
    void keepsDeliveriesOutOfTexts() {
        Delivery delivery = deliveries(7).getFirst();
        assertThat(delivery)
                .hasToString(
                        "Delivery["
                                + delivery.id()
                                + ", "
                                + delivery.scheme().wireName()
                                + ", "
                                + delivery.body().length()
                                + " bytes]");
    }

    private static List<Delivery> deliveries(long seed) {
        Traffic traffic = new Traffic(seed);
        return IntStream.range(0, MANY)
                .mapToObj(i -> traffic.next(MONDAY.plus(Duration.ofMillis(200L * i))))
                .toList();
    }

    private static Reading reading(Delivery delivery) {
        return EventReader.read(delivery.body().toArray());
    }

    private static JsonNode document(Delivery delivery) {
        return StrictJson.parse(delivery.body().toArray()).orElseGet(StrictJson::object);
    }

    private static JsonNode either(JsonNode payload, String english, String german) {
        return payload.has(english) ? payload.path(english) : payload.path(german);
    }

    private static Set<String> fieldNames(List<Delivery> deliveries, String pointer) {
        Set<String> names = new HashSet<>();
        deliveries.forEach(delivery -> names.addAll(names(delivery, pointer)));
        return names;
    }

    private static List<String> names(Delivery delivery, String pointer) {
        return document(delivery).at(pointer).propertyStream().map(Map.Entry::getKey).toList();
    }
}
