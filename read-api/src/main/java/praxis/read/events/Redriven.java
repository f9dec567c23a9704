package praxis.read.events;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.read.commands.Entry;
import praxis.read.commands.Ordered;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What became of each event that was to be processed again. */
@Schema(
        name = "Redriven",
        example =
                """
                {
                  "data": [{
                    "event_id": "2d0f9d1a-7f0b-5b8e-9a6e-5f3f3c1b7a20",
                    "command_id": "9c5d1e2f-3a4b-5c6d-8e7f-0a1b2c3d4e5f",
                    "state": "done",
                    "status": "success",
                    "detail": null
                  }]
                }
                """)
record Redriven(List<One> data) {
    @Schema(name = "RedrivenEvent")
    record One(
            UUID eventId,
            UUID commandId,
            @Schema(
                            type = "string",
                            allowableValues = {"pending", "done", "refused"})
                    String state,
            @Schema(description = "The event's current_status from here on, if done.")
                    @Nullable String status,
            @Schema(description = "Why it was refused, in plain words.") @Nullable String detail) {}

    static Redriven of(List<UUID> events, List<Ordered> ordered) {
        return new Redriven(
                IntStream.range(0, events.size())
                        .mapToObj(each -> one(events.get(each), ordered.get(each)))
                        .toList());
    }

    private static One one(UUID event, Ordered ordered) {
        return new One(
                event,
                ordered.command(),
                ordered.state(),
                ordered.state().equals("done")
                        ? ordered.entry().map(Entry::status).orElse(null)
                        : null,
                ordered.detail().orElse(null));
    }
}
