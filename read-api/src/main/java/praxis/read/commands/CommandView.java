package praxis.read.commands;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What became of a command, as the API shows it. */
@Schema(name = "Command")
record CommandView(
        UUID id,
        @Schema(
                        type = "string",
                        allowableValues = {"pending", "done", "refused"})
                String state,
        @Schema(description = "Such as review.decide; null while pending.") @Nullable String type,
        @Schema(description = "When it was taken onto the log; null while pending.")
                @Nullable Instant receivedAt,
        @Schema(
                        description =
                                "In one word, what it did (decided, postponed, created, changed,"
                                        + " linked, unlinked, restored, unchanged) or why nothing"
                                        + " (not_found, already_decided, already_closed,"
                                        + " linked_elsewhere, not_possible, several_links,"
                                        + " id_reused).")
                @Nullable String what,
        @Schema(description = "Why it was refused, in plain words.") @Nullable String detail,
        @Nullable UUID patientId,
        @Nullable UUID reviewId) {

    static CommandView pending(UUID id) {
        return new CommandView(id, "pending", null, null, null, null, null, null);
    }

    static CommandView of(UUID id, Fate fate) {
        return switch (fate) {
            case Fate.Done(Entry entry) -> of(id, "done", entry, null);
            case Fate.Refused refused -> {
                String detail = Refusals.words(refused);
                yield refused.entry()
                        .map(entry -> of(id, "refused", entry, detail))
                        .orElseGet(
                                () ->
                                        new CommandView(
                                                id, "refused", null, null, null, detail, null,
                                                null));
            }
            case Fate.Pending _ -> pending(id);
        };
    }

    private static CommandView of(UUID id, String state, Entry entry, @Nullable String detail) {
        return new CommandView(
                id,
                state,
                entry.type().orElse(null),
                entry.receivedAt(),
                entry.what(),
                detail,
                entry.patient().orElse(null),
                entry.review().orElse(null));
    }
}
