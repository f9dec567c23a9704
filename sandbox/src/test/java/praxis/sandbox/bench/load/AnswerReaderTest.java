package praxis.sandbox.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class AnswerReaderTest {
    private static final String ANSWER =
            "HTTP/1.1 202 Accepted\r\ndate: now\r\nContent-Length: 2\r\nserver: x\r\n\r\n{}";

    private final AnswerReader reader = new AnswerReader();

    @Test
    void waitsForTheLastByte() {
        for (int i = 0; i < ANSWER.length() - 1; i++) {
            read(ANSWER.substring(i, i + 1));
            assertThat(reader.complete()).isZero();
        }
        read(ANSWER.substring(ANSWER.length() - 1));
        assertThat(reader.complete()).isEqualTo(202);
    }

    @Test
    void readsOneAnswerAfterTheOther() {
        read(ANSWER);
        assertThat(reader.complete()).isEqualTo(202);
        read("HTTP/1.1 503 No\r\ncontent-length:0\r\n\r\n");
        assertThat(reader.complete()).isEqualTo(503);
    }

    @Test
    void refusesAnAnswerWithoutLength() {
        read("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n");
        assertThatIllegalStateException().isThrownBy(reader::complete);
    }

    private void read(String text) {
        reader.bytes().put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
