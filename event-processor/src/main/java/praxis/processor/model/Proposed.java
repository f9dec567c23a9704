package praxis.processor.model;

import praxis.processor.model.ReviewItem.Proposal;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.EventReader;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads again what was asked about instead of applied. */
public final class Proposed {
    private Proposed() {}

    public static Optional<BookingEvent> event(Proposal proposal) {
        byte[] body = proposal.body().getBytes(StandardCharsets.UTF_8);
        return EventReader.read(StrictJson.parse(body))
                        instanceof EventReader.Reading.Understood(BookingEvent event)
                ? Optional.of(event)
                : Optional.empty();
    }
}
