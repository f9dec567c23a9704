package praxis.edge.guard;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Takes the time from a delivery's last byte to the moment when its answer has left for the
 * network. Has to stand at the HTTP codec, so that nothing of ours happens before or behind it. Of
 * requests that do not wait for the answer to the one before, it knows only the newest.
 */
final class AnswerClock extends ChannelDuplexHandler {
    private final Supplier<Runnable> stopwatches;

    private boolean isDelivery;
    private boolean isInterim;
    private @Nullable Runnable running;

    AnswerClock(Supplier<Runnable> stopwatches) {
        this.stopwatches = stopwatches;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            isDelivery = request.method().equals(HttpMethod.POST);
        }
        if (message instanceof LastHttpContent && isDelivery) {
            running = stopwatches.get();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            isInterim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        Runnable stop = running;
        if (message instanceof LastHttpContent && !isInterim && stop != null) {
            running = null;
            var _ = context.write(message, promise.unvoid().addListener(sent -> stop.run()));
        } else {
            var _ = context.write(message, promise);
        }
    }
}
