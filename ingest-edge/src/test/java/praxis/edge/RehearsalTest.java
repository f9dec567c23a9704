package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import org.junit.jupiter.api.Test;

import praxis.edge.append.TopicWatch;
import praxis.edge.rehearse.Rehearsal;
import praxis.edge.rehearse.RehearsalLog;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;

class RehearsalTest {
    private final Rehearsal rehearsal = new Rehearsal(Clock.systemUTC(), new SecureRandom());

    @Test
    void isAnsweredAsSendersWouldBe() throws IOException {
        try (ApplicationContext stage = stage()) {
            EmbeddedServer server = stage.getBean(EmbeddedServer.class).start();
            assertThat(rehearsal.run(server.getPort())).isPositive();
            assertThat(server.getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void knowsNoBroker() {
        try (ApplicationContext stage = stage()) {
            assertThat(stage.containsBean(TopicWatch.class)).isFalse();
        }
    }

    @Test
    void keepsItsSecretToItself() {
        String secret = rehearsal.config().webhookSecret().orElseThrow();
        assertThat(rehearsal.config().toString()).doesNotContain(secret);
        assertThat(new Rehearsal(Clock.systemUTC(), new SecureRandom()).config().webhookSecret())
                .hasValueSatisfying(other -> assertThat(other).isNotEqualTo(secret));
    }

    private ApplicationContext stage() {
        return EdgeApplication.context(rehearsal.config(), Clock.systemUTC(), new RehearsalLog());
    }
}
