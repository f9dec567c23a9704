package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import praxis.schemas.event.BookingEvent.AppointmentCreated;
import praxis.schemas.event.BookingEvent.PatientCreated;
import praxis.schemas.event.EventReader.Reading;
import praxis.schemas.event.GoldenFiles.GoldenFile;
import praxis.schemas.json.StrictJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of a person shows up in no text that could reach a log. */
class RedactionTest {
    private static final String PERSONAL = "Zwetschgenbaum";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final PatientCreated PATIENT =
            (PatientCreated)
                    Bodies.understood(
                            "patient.created",
                            "{'id':'P-1','email':'mail@example.org','vorname':'Ottokar',"
                                    + "'nachname':'Zwetschgenbaum','telefon':'0171 5550199',"
                                    + "'geburtsdatum':'1984-02-29','geschlecht':'divers'}");
    private static final AppointmentCreated APPOINTMENT =
            (AppointmentCreated)
                    Bodies.understood(
                            "appointment.created",
                            "{'id':'A-1','patient_id':'P-1',"
                                    + "'scheduled_at':'2026-03-02T09:00:00+01:00',"
                                    + "'duration_minutes':37,'therapist_name':'Frau Sanddorn',"
                                    + "'service_name':'Massage','status':'completed',"
                                    + "'referrer':{'von':'Zwetschgenbaum'}}");

    @Test
    void eventsShowTheirIdsOnly() {
        assertThat(new Reading.Understood(PATIENT))
                .hasToString(
                        "Understood[event=PatientCreated[eventId=Optional.empty, stamp=Stamp["
                                + "version=Optional.empty, occurredAt=Optional.empty],"
                                + " bookingPatientId=BookingPatientId[value=P-1],"
                                + " fields=PatientFields[redacted]]]");
        assertThat(APPOINTMENT.toString())
                .contains("A-1", "P-1", "fields=AppointmentFields[redacted]")
                .doesNotContain("2026", "37", "Sanddorn", "Massage", PERSONAL);
    }

    @Test
    void fieldsShowNothing() {
        assertThat(PATIENT.fields()).hasToString("PatientFields[redacted]");
        assertThat(PATIENT.fields().lastName()).hasToString("Value[redacted]");
        assertThat(APPOINTMENT.fields()).hasToString("AppointmentFields[redacted]");
        assertThat(APPOINTMENT.fields().scheduledAt().toOptional())
                .hasToString("Optional[SentTime[redacted]]");
    }

    @Test
    void envelopesShowNothing() {
        JsonNode document =
                StrictJson.parse(Bodies.body("patient.created", "{'nachname':'" + PERSONAL + "'}"))
                        .orElseThrow();

        assertThat(Envelope.glance(document)).hasToString("Usable[envelope=Envelope[redacted]]");
    }

    static List<GoldenFile> valid() {
        return GoldenFiles.valid();
    }

    /** Each value in turn becomes something wrong that bears a name. */
    @ParameterizedTest
    @MethodSource("valid")
    void problemsNeverRepeatWhatWasSent(GoldenFile file) throws IOException {
        for (JsonNode wrong : wrongValues()) {
            for (JsonNode document : spoiled(MAPPER.readTree(file.bytes()), wrong)) {
                Reading reading =
                        EventReader.read(
                                StrictJson.write(document).getBytes(StandardCharsets.UTF_8));

                if (reading instanceof Reading.Malformed malformed) {
                    assertThat(malformed.toString()).doesNotContain(PERSONAL);
                }
            }
        }
    }

    private static List<JsonNode> wrongValues() {
        ArrayNode list = MAPPER.createArrayNode().add(PERSONAL);
        ObjectNode object = MAPPER.createObjectNode().put(PERSONAL, 1);
        String tooLong = PERSONAL.repeat(100);
        return List.of(
                list, object, MAPPER.getNodeFactory().textNode(tooLong), list.textNode(PERSONAL));
    }

    private static List<JsonNode> spoiled(JsonNode document, JsonNode wrong) {
        List<JsonNode> documents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            String name = field.getKey();
            ObjectNode copy = document.deepCopy();
            documents.add(copy.set(name, wrong));
            if (field.getValue() instanceof ObjectNode inner) {
                for (JsonNode spoiledInner : spoiled(inner, wrong)) {
                    ObjectNode other = document.deepCopy();
                    documents.add(other.set(name, spoiledInner));
                }
            }
        }
        return documents;
    }
}
