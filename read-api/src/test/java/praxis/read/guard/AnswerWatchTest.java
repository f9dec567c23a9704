package praxis.read.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class AnswerWatchTest {
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(Duration.ofSeconds(8), 1_000, Duration.ofSeconds(8), 100, 3);

    private final List<CutOff> cutOff = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ChannelHandlerContext codec = watchedCodec();

    private ChannelHandlerContext watchedCodec() {
        channel.freezeTime();
        channel.pipeline()
                .addLast(new AnswerWatch(LIMITS, cutOff::add))
                .addLast("codec", new ChannelInboundHandlerAdapter());
        return channel.pipeline().context("codec");
    }

    @Test
    void closesConnectionWhoseClientTakesNothing() {
        offer(50);
        pass(Duration.ofMillis(7_999));
        assertThat(channel.isActive()).isTrue();

        pass(Duration.ofMillis(2));
        assertThat(channel.isActive()).isFalse();
        assertThat(cutOff).containsExactly(CutOff.NOT_TAKEN);
    }

    @Test
    void waitsForClientThatTakesEnough() {
        offer(500);
        for (int turn = 0; turn < 4; turn++) {
            codec.flush();
            offer(500);
            pass(Duration.ofSeconds(8));
        }
        assertThat(channel.isActive()).isTrue();

        offer(500);
        pass(Duration.ofSeconds(8));
        assertThat(cutOff).containsExactly(CutOff.NOT_TAKEN);
    }

    @Test
    void leavesConnectionAloneWhoseAnswersAreTaken() {
        offer(500);
        codec.flush();
        pass(Duration.ofMinutes(1));
        assertThat(channel.isActive()).isTrue();
    }

    /** Lies there until it is flushed. */
    private void offer(int bytes) {
        var _ = codec.write(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
