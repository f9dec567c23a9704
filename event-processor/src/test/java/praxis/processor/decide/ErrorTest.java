package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Announcement;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;

/** SPEC 2 and 3: what cannot be used ends in a row and a dead letter, and in nothing else. */
class ErrorTest {

    private final Practice practice = Practice.empty();

    @Test
    void bytesThatAreNotJson() {
        Heard heard = practice.hears("{\"event_type\":");

        failed(heard);
        assertThat(heard.error()).isEqualTo("The body is not JSON.");
    }

    @Test
    void jsonWithoutAUsableEnvelope() {
        Heard heard = practice.hears("{\"payload\":{}}");

        failed(heard);
        assertThat(heard.error()).contains("event_type");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        Heard heard =
                practice.hears(
                        Webhook.appointmentCreated("A1")
                                .at("morgen um zehn")
                                .without("duration_minutes"));

        failed(heard);
        assertThat(heard.error()).contains("scheduled_at").contains("duration_minutes");
        assertThat(heard.decision().entry().eventType()).contains("appointment.created");
    }

    @Test
    void anUnknownTypeIsNamed() {
        Heard heard = practice.hears(Webhook.of("invoice.paid"));

        failed(heard);
        assertThat(heard.error()).contains("\"invoice.paid\"");
        assertThat(heard.decision().entry().eventType()).contains("invoice.paid");
    }

    @Test
    void anUnknownTypeIsShownWithoutItsControlCharacters() {
        Heard heard = practice.hears(Webhook.of("bell\u0007\nring"));

        assertThat(heard.error()).contains("\"bell??ring\"");
    }

    @Test
    void aRecordThatBreaksTheTopicsContract() {
        Heard heard = practice.receives(new Received.Content.Unusable("The header is missing."));

        failed(heard);
        assertThat(heard.error()).isEqualTo("The header is missing.");
        assertThat(heard.outcome()).isEqualTo("unusable");
    }

    @Test
    void theDeadLetterTellsWhichRow() {
        var letter = practice.hears(Webhook.of("invoice.paid")).announcements().getFirst();

        assertThat(letter.topic()).isEqualTo(Announcement.Topic.DEAD_LETTER);
        assertThat(letter.bodyJson())
                .contains("\"event_id\":")
                .contains("\"event_type\":\"invoice.paid\"")
                .contains("\"received_at\":\"2026-04-01T08:00:00Z\"");
    }

    @Test
    void theDeadLetterNamesReasonAndFieldsButNoValue() {
        Webhook wrong =
                Webhook.of("patient.created")
                        .with("booking_patient_id", "B-1")
                        .with("date_of_birth", "Zwetschgenbaum");
        String letter = practice.hears(wrong).announcements().getFirst().bodyJson();

        assertThat(letter)
                .contains("\"reason\":\"malformed\"")
                .contains("{\"name\":\"email\",\"problem\":\"missing\"}")
                .contains("{\"name\":\"date_of_birth\",\"problem\":\"invalid\"}")
                .doesNotContain("Zwetschgenbaum")
                .doesNotContain("B-1");
    }

    private static void failed(Heard heard) {
        assertThat(heard.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(heard.announcedTypes()).containsExactly("event.failed");
        assertThat(heard.decision().effects()).hasSize(1);
    }
}
