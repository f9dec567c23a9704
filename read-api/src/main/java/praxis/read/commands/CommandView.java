package praxis.read.commands;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What became of a command, as the API shows it. */
@Schema(
        name = "Command",
        example =
                """
                {
                  "id": "9c5d1e2f-3a4b-5c6d-8e7f-0a1b2c3d4e5f",
                  "state": "done",
                  "type": "review.decide",
                  "received_at": "2027-02-20T12:00:00Z",
                  "what": "decided",
                  "detail": null,
                  "patient_id": "6fa459ea-ee8a-5ca4-894e-db77e160355e",
                  "review_id": "0b8b5f4e-9c0e-5d53-8b1e-2f9a4a7f1c11"
                }
                """)
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
                                        + " linked, unlinked, restored, unchanged; of a redrive,"
                                        + " what the event did) or why nothing"
                                        + " (not_found, already_decided, already_closed,"
                                        + " linked_elsewhere, not_possible, several_links,"
                                        + " changed_since, login_taken, already_processed,"
                                        + " payload_erased, id_reused).")
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
