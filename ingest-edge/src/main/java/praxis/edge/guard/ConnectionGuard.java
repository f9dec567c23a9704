package praxis.edge.guard;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches one connection: cuts off a client whose request takes too long or is far too big, and
 * lets one that has been refused read why. Lives on the connection's event loop.
 */
final class ConnectionGuard extends ChannelDuplexHandler {
    private final ConnectionLimits limits;
    private final SharedCount unfinishedBytes;
    private final Consumer<CutOff> listener;

    private @Nullable ScheduledFuture<?> deadline;

    /** Bytes have come of a request that has not ended. */
    private boolean requestUnderWay;

    private long bytesOfRequest;
    private long bytesTaken;

    /** The answer is out and nothing more will be said; only waiting for the client to finish. */
    private boolean lingering;

    ConnectionGuard(
            ConnectionLimits limits, SharedCount unfinishedBytes, Consumer<CutOff> listener) {
        this.limits = limits;
        this.unfinishedBytes = unfinishedBytes;
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

    void arrived(long bytes) {
        requestUnderWay = true;
        bytesOfRequest += bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            doNotAskForTooMuch(request);
            markUnclearFraming(request);
        }
        boolean last = message instanceof LastHttpContent;
        if (last) {
            endRequest();
        }
        if (lingering) {
            ReferenceCountUtil.release(message);
            if (last) {
                var _ = context.close();
            }
        } else {
            reportBrokenBody(context, message);
            context.fireChannelRead(message);
        }
    }

    /** Otherwise the server would say "continue" first, and only then that it is too much. */
    private void doNotAskForTooMuch(HttpRequest request) {
        if (request.headers().contains(HttpHeaderNames.EXPECT)
                && HttpUtil.getContentLength(request, 0L) > limits.bodyBytes()) {
            request.headers().remove(HttpHeaderNames.EXPECT);
        }
    }

    /**
     * Where two readers of one request could disagree on where it ends (RFC 9112, section 6.3),
     * something else could be smuggled past one of them.
     */
    private static void markUnclearFraming(HttpRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean known =
                encodings.isEmpty()
                        || (encodings.size() == 1
                                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                        encodings.getFirst()));
        HttpVersion version = request.protocolVersion();
        boolean understood =
                version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
        if (request.decoderResult().isSuccess() && !(known && understood)) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setDecoderResult(
                    DecoderResult.failure(new CorruptedFrameException("unclear framing")));
        }
    }

    /** The server would take what came before the break for the whole body. */
    private static void reportBrokenBody(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent content
                && !(message instanceof HttpRequest)
                && content.decoderResult().isFailure()) {
            context.fireExceptionCaught(new HttpStatusException(HttpStatus.BAD_REQUEST, "framing"));
        }
    }

    /** Most requests are complete by now and cost nothing more than the question. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (requestUnderWay) {
            checkUnfinished(context);
        }
        context.fireChannelReadComplete();
    }

    private void checkUnfinished(ChannelHandlerContext context) {
        startDeadline(context);
        long more = bytesOfRequest - bytesTaken;
        bytesTaken += more;
        if (!unfinishedBytes.take(more)) {
            cutOff(context, CutOff.NO_ROOM);
        } else if (bytesOfRequest > limits.requestBytes()) {
            cutOff(context, CutOff.TOO_BIG);
        }
    }

    /**
     * Closing while the client still sends would reset the connection, and it would never see the
     * answer; so only our side is closed, and what still comes is thrown away.
     */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (requestUnderWay
                && context.channel().isActive()
                && context.channel() instanceof DuplexChannel channel) {
            lingering = true;
            startDeadline(context);
            var _ = channel.shutdownOutput();
            var _ = channel.closeFuture().addListener(closed -> promise.trySuccess());
        } else {
            var _ = context.close(promise);
        }
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

    private void endRequest() {
        requestUnderWay = false;
        bytesOfRequest = 0;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
        if (bytesTaken > 0) {
            unfinishedBytes.giveBack(bytesTaken);
            bytesTaken = 0;
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
