package praxis.read.guard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches one connection: cuts off a client whose request takes too long or is far too big. Lives
 * on the connection's event loop.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
    private final ConnectionLimits limits;
    private final Consumer<CutOff> listener;

    private @Nullable ScheduledFuture<?> deadline;

    /** Bytes have come of a request that has not ended. */
    private boolean requestUnderWay;

    private long bytesOfRequest;

    ConnectionGuard(ConnectionLimits limits, Consumer<CutOff> listener) {
        this.limits = limits;
        this.listener = listener;
    }

    /** Has to stand before the HTTP codec, where bytes are still bytes. */
    ChannelInboundHandlerAdapter counter() {
        return new ByteCounter(this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        startDeadline(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        endRequest();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            markUnclearFraming(request);
        }
        if (message instanceof LastHttpContent) {
            endRequest();
        }
        context.fireChannelRead(message);
    }

    /**
     * Where two readers of one request could disagree on where it ends (RFC 9112, section 6.3),
     * something else could be smuggled past one of them. No request to this API has a body whose
     * length is not known beforehand, so whatever needs more than a length is refused.
     */
    private static void markUnclearFraming(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        boolean understood =
                version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
        boolean clear =
                understood && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
        if (request.decoderResult().isSuccess() && !clear) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setDecoderResult(
                    DecoderResult.failure(new CorruptedFrameException("unclear framing")));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (requestUnderWay) {
            startDeadline(context);
            if (bytesOfRequest > limits.requestBytes()) {
                cutOff(context, CutOff.TOO_BIG);
            }
        }
        context.fireChannelReadComplete();
    }

    private void startDeadline(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline =
                    context.executor()
                            .schedule(
                                    () -> cutOff(context, CutOff.TOO_SLOW),
                                    limits.requestWithin().toNanos(),
                                    TimeUnit.NANOSECONDS);
        }
    }

    private void arrived(long bytes) {
        requestUnderWay = true;
        bytesOfRequest += bytes;
    }

    private void endRequest() {
        requestUnderWay = false;
        bytesOfRequest = 0;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void cutOff(ChannelHandlerContext context, CutOff why) {
        listener.accept(why);
        var _ = context.close();
    }

    private static final class ByteCounter extends ChannelInboundHandlerAdapter {
        private final ConnectionGuard guard;

        ByteCounter(ConnectionGuard guard) {
            this.guard = guard;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf bytes) {
                guard.arrived(bytes.readableBytes());
            }
            context.fireChannelRead(message);
        }
    }
}
