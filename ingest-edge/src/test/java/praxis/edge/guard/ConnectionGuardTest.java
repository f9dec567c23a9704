package praxis.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class ConnectionGuardTest {
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(100, Duration.ofSeconds(8), 1_000, 1_500, 3);
    private static final String COMPLETE = "GET / HTTP/1.1\r\nHost: edge\r\n\r\n";
    private static final String HEAD =
            "POST / HTTP/1.1\r\nHost: edge\r\nContent-Length: 9000\r\n\r\n";

    private final List<CutOff> cutOff = new ArrayList<>();
    private final GuardCustomizer customizer =
            new GuardCustomizer(LIMITS, cutOff::add, () -> () -> {});

    @Test
    void closesNewConnectionThatSaysNothing() {
        EmbeddedChannel silent = connection();
        pass(silent, Duration.ofMillis(7_999));
        assertThat(silent.isActive()).isTrue();

        pass(silent, Duration.ofMillis(2));
        assertThat(silent.isActive()).isFalse();
        assertThat(cutOff).containsExactly(CutOff.TOO_SLOW);
    }

    @Test
    void countsTimeOfRequestFromItsFirstByteAlone() {
        EmbeddedChannel dripping = connection();
        send(dripping, COMPLETE);
        pass(dripping, Duration.ofMinutes(1));
        for (int second = 0; second < 8; second++) {
            assertThat(dripping.isActive()).isTrue();
            send(dripping, "P");
            pass(dripping, Duration.ofSeconds(1));
        }
        assertThat(dripping.isActive()).isFalse();
    }

    @Test
    void leavesConnectionAloneBetweenRequests() {
        EmbeddedChannel patient = connection();
        send(patient, COMPLETE);
        pass(patient, Duration.ofMinutes(1));
        send(patient, COMPLETE);

        assertThat(patient.isActive()).isTrue();
        assertThat(cutOff).isEmpty();
    }

    @Test
    void closesConnectionWhoseRequestIsFarTooBig() {
        EmbeddedChannel flooding = connection();
        send(flooding, HEAD + "x".repeat(1_100));

        assertThat(flooding.isActive()).isFalse();
        assertThat(cutOff).containsExactly(CutOff.TOO_BIG);
    }

    @Test
    void holdsOnlySoMuchOfAllUnfinishedRequestsTogether() {
        EmbeddedChannel first = connection();
        EmbeddedChannel second = connection();
        send(first, HEAD + "x".repeat(800));
        send(second, HEAD + "x".repeat(800));
        assertThat(first.isActive()).isTrue();
        assertThat(second.isActive()).isFalse();
        assertThat(cutOff).containsExactly(CutOff.NO_ROOM);

        var _ = first.close();
        first.runPendingTasks();
        pass(first, Duration.ofSeconds(8));
        EmbeddedChannel third = connection();
        send(third, HEAD + "x".repeat(800));
        assertThat(third.isActive()).isTrue();
    }

    @Test
    void closesConnectionsBeyondTheLimitUntilOthersLeave() {
        EmbeddedChannel first = connection();
        connection();
        connection();
        assertThat(connection().isActive()).isFalse();
        assertThat(cutOff).containsExactly(CutOff.TOO_MANY);

        var _ = first.close();
        assertThat(connection().isActive()).isTrue();
    }

    private EmbeddedChannel connection() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline()
                .addLast(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, new HttpServerCodec());
        customizer.specializeForChannel(channel, ChannelRole.CONNECTION).onStreamPipelineBuilt();
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void pass(EmbeddedChannel channel, Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
