package praxis.read.guard;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Puts a guard on every connection, and closes those beyond the limit at once. */
public final class GuardCustomizer implements NettyServerCustomizer {
    private static final String COUNTER = "praxis-byte-counter";
    private static final String ANSWERS = "praxis-answer-watch";
    private static final String GUARD = "praxis-connection-guard";

    private final ConnectionLimits limits;
    private final Consumer<CutOff> listener;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * Has to be registered before the server starts.
     *
     * @param listener hears of every connection that is cut off, on the connection's event loop
     */
    public GuardCustomizer(ConnectionLimits limits, Consumer<CutOff> listener) {
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
    }

    private final class OfConnection implements NettyServerCustomizer {
        private final Channel channel;

        OfConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            boolean fits = connections.incrementAndGet() <= limits.connections();
            var _ = channel.closeFuture().addListener(closed -> connections.decrementAndGet());
            if (!fits) {
                listener.accept(CutOff.TOO_MANY);
                var _ = channel.close();
                return;
            }
            ConnectionGuard guard = new ConnectionGuard(limits, listener);
            ChannelPipeline pipeline = channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            pipeline.addBefore(codec, ANSWERS, new AnswerWatch(limits, listener));
            pipeline.addBefore(codec, COUNTER, guard.counter());
            pipeline.addAfter(codec, GUARD, guard);
        }
    }
}
