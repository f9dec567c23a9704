package praxis.sandbox.chaos.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

class JournalTest {
    @TempDir Path directory;

    @Test
    void readsBackWhatWasPromisedInItsOrder() {
        Path file = directory.resolve("journal");
        JournalEntry signed = entry(1, Optional.of("msg-1"));
        JournalEntry unsigned = entry(2, Optional.empty());
        try (Journal journal = Journal.create(file)) {
            journal.append(signed);
            journal.append(unsigned);

            assertThat(Journal.read(file)).containsExactly(signed, unsigned);
        }
        assertThat(Journal.read(file)).containsExactly(signed, unsigned);
    }

    @Test
    void leavesOutLineThatWasCutOff() throws Exception {
        Path file = directory.resolve("journal");
        JournalEntry whole = entry(1, Optional.of("msg-1"));
        try (Journal journal = Journal.create(file)) {
            journal.append(whole);
        }
        String line = entry(2, Optional.empty()).line();
        Files.writeString(file, line.substring(0, line.length() - 1), StandardOpenOption.APPEND);

        assertThat(Journal.read(file)).containsExactly(whole);
    }

    @Test
    void holdsNothingOfTheBody() throws Exception {
        Path file = directory.resolve("journal");
        try (Journal journal = Journal.create(file)) {
            journal.append(entry(1, Optional.empty()));
        }

        assertThat(Files.readString(file)).doesNotContain("Beispiel");
    }

    private static JournalEntry entry(long sequence, Optional<String> webhookId) {
        byte[] body = "{\"nachname\":\"Beispiel\"}".getBytes(StandardCharsets.UTF_8);
        return new JournalEntry(
                "edge-sender-1",
                sequence,
                PracticeId.DEFAULT,
                new UUID(7, sequence),
                webhookId,
                Digest.hexOf(body));
    }
}
