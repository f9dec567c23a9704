package praxis.read.events;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

/** Which events would be processed again. */
@Schema(
        name = "RedrivePreview",
        example =
                """
                {
                  "count": 1,
                  "more": false,
                  "events": ["2d0f9d1a-7f0b-5b8e-9a6e-5f3f3c1b7a20"]
                }
                """)
record RedrivePreview(
        int count,
        @Schema(description = "Whether there are more than these.") boolean more,
        List<UUID> events) {
    static RedrivePreview of(List<UUID> found, int most) {
        List<UUID> events = found.subList(0, Math.min(found.size(), most));
        return new RedrivePreview(events.size(), found.size() > events.size(), events);
    }
}
