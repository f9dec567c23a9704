package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.Bytes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** SPEC 3.3: by what an event is known again. */
class IdentityKeyTest {

    @Test
    void theWebhookIdGoesFirst() {
        assertThat(key(Optional.of("msg_1"), Optional.of("e1"))).isEqualTo("id:msg_1");
    }

    @Test
    void elseTheEventId() {
        assertThat(key(Optional.empty(), Optional.of("e1"))).isEqualTo("id:e1");
    }

    @Test
    void elseTheKeyedDigestOfTheBody() {
        assertThat(key(Optional.empty(), Optional.empty())).isEqualTo("body:0aff");
    }

    @Test
    void anIdThatLooksLikeADigestIsStillAnId() {
        assertThat(IdentityKey.isNamed(key(Optional.empty(), Optional.of("body:0aff")))).isTrue();
        assertThat(IdentityKey.isNamed(key(Optional.empty(), Optional.empty()))).isFalse();
    }

    private static String key(Optional<String> webhookId, Optional<String> eventId) {
        BookingEvent event = new BookingEvent.Ping(eventId, Stamp.NONE);
        return IdentityKey.of(
                new Received(
                        new UUID(0, 1),
                        1,
                        Instant.EPOCH,
                        false,
                        webhookId,
                        Bytes.of(new byte[] {0x0a, (byte) 0xff}),
                        new Received.Content.Webhook(
                                new EventReader.Reading.Understood(event), Bytes.of(new byte[0]))),
                event);
    }
}
