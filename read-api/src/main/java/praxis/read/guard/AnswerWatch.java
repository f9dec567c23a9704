package praxis.read.guard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Cuts off a client that does not take the answers it asked for: they would fill our memory. Has to
 * stand before the HTTP codec; lives on the connection's event loop.
 */
final class AnswerWatch extends ChannelOutboundHandlerAdapter {
    private final ConnectionLimits limits;
    private final Consumer<CutOff> listener;

    private boolean watching;
    private long bytesOffered;

    AnswerWatch(ConnectionLimits limits, Consumer<CutOff> listener) {
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!watching) {
            lookLater(context);
        }
        if (message instanceof ByteBuf bytes) {
            bytesOffered += bytes.readableBytes();
        }
        var _ = context.write(message, promise);
    }

    private void lookLater(ChannelHandlerContext context) {
        watching = true;
        long takenBefore = bytesOffered - waiting(context);
        var _ =
                context.executor()
                        .schedule(
                                () -> look(context, takenBefore),
                                limits.takenWithin().toNanos(),
                                TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context, long takenBefore) {
        watching = false;
        long waiting = waiting(context);
        if (waiting == 0) {
            return;
        }
        if (bytesOffered - waiting - takenBefore < limits.takenBytes()) {
            listener.accept(CutOff.NOT_TAKEN);
            var _ = context.close();
        } else {
            lookLater(context);
        }
    }

    /** Bytes that the network has not taken from us. */
    private static long waiting(ChannelHandlerContext context) {
        @Nullable ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
