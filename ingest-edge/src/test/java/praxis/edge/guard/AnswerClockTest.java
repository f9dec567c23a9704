package praxis.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AnswerClockTest {
    private final List<String> seen = new ArrayList<>();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(
                    new AnswerClock(
                            () -> {
                                seen.add("begin");
                                return () -> seen.add("end");
                            }));

    @Test
    void runsFromLastByteUntilTheAnswerIsSent() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        channel.writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        assertThat(seen).isEmpty();
        channel.writeInbound(new DefaultLastHttpContent());
        assertThat(seen).containsExactly("begin");

        var sent = channel.write(answer(HttpResponseStatus.OK));
        assertThat(sent.isDone()).isFalse();
        assertThat(seen).containsExactly("begin");
        channel.flush();
        assertThat(seen).containsExactly("begin", "end");
    }

    @Test
    void takesPermissionToGoOnForNoAnswer() {
        channel.writeInbound(
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        channel.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        assertThat(seen).containsExactly("begin");
        channel.writeOutbound(answer(HttpResponseStatus.ACCEPTED));
        assertThat(seen).containsExactly("begin", "end");
    }

    @Test
    void takesNoTimeOfOtherRequests() {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
        channel.writeOutbound(answer(HttpResponseStatus.OK));
        assertThat(seen).isEmpty();
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }
}
