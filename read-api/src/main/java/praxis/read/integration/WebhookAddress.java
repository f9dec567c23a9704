package praxis.read.integration;

import org.jspecify.annotations.Nullable;

import praxis.schemas.record.PracticeId;

import java.util.Optional;

/**
 * Where a practice's webhooks are taken.
 *
 * @param edges what stands before the path, as the booking tool reaches it; empty where nobody said
 */
public record WebhookAddress(Optional<String> edges) {
    private static final String PATH = "/api/webhooks/booking";

    static String path(PracticeId practice) {
        return practice.equals(PracticeId.DEFAULT) ? PATH : PATH + "/" + practice.value();
    }

    @Nullable String url(PracticeId practice) {
        return edges.map(base -> base + path(practice)).orElse(null);
    }
}
