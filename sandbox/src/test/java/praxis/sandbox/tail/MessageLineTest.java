package praxis.sandbox.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class MessageLineTest {
    @Test
    void tellsOfReviewItem() {
        assertThat(
                        line(
                                """
                                {"type":"review.opened","time":"2026-03-02T08:00:00Z",
                                 "practice":"am-park","data":{"review_id":"r-1",
                                 "kind":"EMAIL_MISMATCH","change":"opened",
                                 "due_at":"2026-03-02T09:00:00Z","event_id":"e-1"}}
                                """))
                .isEqualTo(
                        "2026-03-02T08:00:00Z  am-park  opened  EMAIL_MISMATCH       review r-1,"
                                + " due 2026-03-02T09:00:00Z, by event e-1");
    }

    @Test
    void tellsOfRecordThatFailed() {
        assertThat(
                        line(
                                """
                                {"type":"event.failed","time":"2026-03-02T08:00:00Z","data":
                                 {"event_id":"e-1","event_type":null,"reason":"malformed","fields":
                                 [{"name":"email","problem":"missing"},
                                  {"name":"phone","problem":"invalid"}]}}
                                """))
                .isEqualTo(
                        "2026-03-02T08:00:00Z  (no practice)  failed  malformed  (no type), event"
                                + " e-1: email missing, phone invalid");
    }

    @Test
    void showsNothingOfWhatIsNotOurs() {
        assertThat(line("\u001b[2Jgone")).isEqualTo("(8 bytes that are no message of ours)");
        assertThat(line("[]")).isEqualTo("(2 bytes that are no message of ours)");
    }

    private static String line(String message) {
        return MessageLine.of(message.getBytes(StandardCharsets.UTF_8));
    }
}
