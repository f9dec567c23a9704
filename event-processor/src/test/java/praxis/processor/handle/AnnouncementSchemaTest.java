package praxis.processor.handle;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Announcement;
import praxis.processor.model.BookingState;
import praxis.processor.model.Settings;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.util.List;
import java.util.Map;

/** What is told to others fits the schemas that were published for it. */
class AnnouncementSchemaTest {
    private static final TopicId TOPIC = new TopicId("AAAAAAAAAAAAAAAAAAAAAA");

    @Test
    void fitsWhatWasPublishedWhenRecordsFail() {
        List<Announcement> announced =
                announcements(
                        new Arrivals(0)
                                .add(PracticeId.DEFAULT, "{\"event_type\":\"appointment.moved\"}")
                                .add(PracticeId.DEFAULT, "no JSON")
                                .add(PracticeId.DEFAULT, Arrivals.appointment("", "")));

        assertThat(announced).hasSize(3);
        assertThat(announced).allSatisfy(each -> assertFits(each, Announcement.Topic.DEAD_LETTER));
    }

    @Test
    void fitsWhatWasPublishedWhenSomebodyIsAskedAndWhenThatIsOver() {
        List<Announcement> announced =
                announcements(
                        new Arrivals(0)
                                .add(PracticeId.DEFAULT, Arrivals.appointment("A1", "B1"))
                                .add(PracticeId.DEFAULT, Arrivals.patient("B1", "Ada", "Muster")));

        assertThat(announced).extracting(Announcement::type).hasSize(2).doesNotHaveDuplicates();
        assertThat(announced).allSatisfy(each -> assertFits(each, Announcement.Topic.NEEDS_REVIEW));
    }

    private static List<Announcement> announcements(Arrivals arrivals) {
        RecordDecoder decoder = new RecordDecoder(new IdentityDigests(new byte[32]));
        Map<PracticeId, BookingState> states =
                Map.of(PracticeId.DEFAULT, new BookingState(PracticeId.DEFAULT, Settings.DEFAULT));
        return arrivals.all().stream()
                .flatMap(record -> announcements(decoder, states, record).stream())
                .toList();
    }

    private static List<Announcement> announcements(
            RecordDecoder decoder,
            Map<PracticeId, BookingState> states,
            ConsumerRecord<byte[], byte[]> record) {
        return Fold.fold(states, decoder.decode(TOPIC, record)).toLogRow().announcements();
    }

    private static void assertFits(Announcement announcement, Announcement.Topic expected) {
        assertThat(announcement.topic()).isEqualTo(expected);
        assertThat(data(expected).validate(announcement.bodyJson(), InputFormat.JSON))
                .as(announcement.bodyJson())
                .isEmpty();
    }

    private static JsonSchema data(Announcement.Topic topic) {
        String name =
                switch (topic) {
                    case NEEDS_REVIEW -> Topics.NEEDS_REVIEW;
                    case DEAD_LETTER -> Topics.DEAD_LETTER;
                };
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of(
                                "classpath:schema/record/" + name + ".json#/properties/data"),
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
