package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Received.Content;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.Field;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run's needs are what its records name. */
class NeedsTest {
    private static final BookingPatientId B1 = new BookingPatientId("B1");

    @Test
    void notesWhatEachPatientEventSaysInOrder() {
        Needs needs =
                Needs.of(
                        List.of(
                                webhook(
                                        """
                                        {"event_type":"patient.created","payload":
                                         {"id":"B1","email":"a@example.org"}}\
                                        """),
                                webhook(
                                        """
                                        {"event_type":"patient.updated","payload":
                                         {"id":"B1","nachname":"Groß"}}\
                                        """),
                                webhook(
                                        """
                                        {"event_type":"patient.deleted","payload":{"id":"B1"}}\
                                        """)));
        assertThat(needs.personal()).containsExactly(B1);
        assertThat(needs.bookingPatients()).containsExactly(B1);
        assertThat(needs.said().get(B1))
                .satisfiesExactly(
                        created -> assertThat(created.email()).isEqualTo(Field.of("a@example.org")),
                        updated -> assertThat(updated.lastName()).isEqualTo(Field.of("Groß")),
                        deleted -> assertThat(deleted.email().isAbsent()).isTrue());
        assertThat(needs.records()).isEqualTo(3);
    }

    @Test
    void namesAppointmentsAndWhomTheyBelongTo() {
        Needs needs =
                Needs.of(
                        List.of(
                                webhook(
                                        """
                                        {"event_type":"appointment.created","event_id":"E1",
                                         "payload":{"id":"A1","patient_id":"B1",
                                         "scheduled_at":"2026-05-04T09:00:00+02:00",
                                         "duration_minutes":30}}\
                                        """),
                                webhook(
                                        """
                                        {"event_type":"appointment.cancelled",
                                         "payload":{"id":"A2"}}\
                                        """)));
        assertThat(needs.appointments())
                .containsExactly(new BookingAppointmentId("A1"), new BookingAppointmentId("A2"));
        assertThat(needs.bookingPatients()).containsExactly(B1);
        assertThat(needs.personal()).isEmpty();
        assertThat(needs.identityKeys()).containsExactly("body:01", "id:E1");
    }

    @Test
    void needsNothingForPingsAndWhatCannotBeRead() {
        Needs needs =
                Needs.of(
                        List.of(
                                webhook("{\"event_type\":\"ping\",\"payload\":{}}"),
                                webhook("no json"),
                                received(new Content.Unusable("broken"))));
        assertThat(needs.bookingPatients()).isEmpty();
        assertThat(needs.appointments()).isEmpty();
        assertThat(needs.said()).isEmpty();
    }

    private static Received webhook(String body) {
        return received(
                new Content.Webhook(
                        EventReader.read(StrictJson.parse(body.getBytes(StandardCharsets.UTF_8))),
                        Bytes.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static Received received(Content content) {
        return new Received(
                new UUID(1, 2),
                0,
                Instant.EPOCH,
                false,
                Optional.empty(),
                Bytes.of(new byte[] {1}),
                content);
    }
}
