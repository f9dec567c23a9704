package praxis.sandbox.chaos.check;

import praxis.sandbox.chaos.journal.JournalEntry;
import praxis.sandbox.database.LoggedEvent;

import java.util.Optional;

/** What makes two deliveries one event: the signed id, or else the very bytes. */
record Identity(String practice, Optional<String> webhookId, String digest) {
    static Identity of(JournalEntry entry) {
        return of(entry.practice().value(), entry.webhookId(), entry.digest());
    }

    static Identity of(LoggedEvent event) {
        return of(event.practice(), event.webhookId(), event.digest());
    }

    private static Identity of(String practice, Optional<String> webhookId, String digest) {
        return new Identity(practice, webhookId, webhookId.isPresent() ? "" : digest);
    }
}
