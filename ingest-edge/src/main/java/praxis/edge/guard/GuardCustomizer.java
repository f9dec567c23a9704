package praxis.edge.guard;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts a guard on every connection, and closes those beyond the limit at once. */
public final class GuardCustomizer implements NettyServerCustomizer {
    private static final String COUNTER = "praxis-byte-counter";
    private static final String CLOCK = "praxis-answer-clock";
    private static final String GUARD = "praxis-connection-guard";

    private final ConnectionLimits limits;
    private final Consumer<CutOff> listener;
    private final Supplier<Runnable> stopwatches;
    private final SharedCount connections;
    private final SharedCount unfinishedBytes;

    /**
     * Has to be registered before the server starts.
     *
     * @param listener hears of every connection that is cut off, on the connection's event loop
     * @param stopwatches each begins to run when it is supplied, and stops when it is run
     */
    public GuardCustomizer(
            ConnectionLimits limits, Consumer<CutOff> listener, Supplier<Runnable> stopwatches) {
        this.limits = limits;
        this.listener = listener;
        this.stopwatches = stopwatches;
        this.connections = new SharedCount(limits.connections());
        this.unfinishedBytes = new SharedCount(limits.unfinishedBytes());
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
            boolean fits = connections.take(1);
            var _ = channel.closeFuture().addListener(closed -> connections.giveBack(1));
            if (!fits) {
                listener.accept(CutOff.TOO_MANY);
                var _ = channel.close();
                return;
            }
            ConnectionGuard guard = new ConnectionGuard(limits, unfinishedBytes, listener);
            ChannelPipeline pipeline = channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            pipeline.addBefore(codec, COUNTER, guard.counter());
            pipeline.addAfter(codec, GUARD, guard);
            pipeline.addAfter(codec, CLOCK, new AnswerClock(stopwatches));
        }
    }
}
