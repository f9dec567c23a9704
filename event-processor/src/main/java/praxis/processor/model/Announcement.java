package praxis.processor.model;

import java.util.UUID;

/**
 * A message for one of the outgoing topics.
 *
 * @param id stable: whoever gets it twice can tell
 * @param bodyJson ids, kinds and times; never a personal value
 */
public record Announcement(UUID id, Topic topic, String type, String bodyJson) {
    /** Where it goes. */
    public enum Topic {
        NEEDS_REVIEW,
        DEAD_LETTER
    }
}
