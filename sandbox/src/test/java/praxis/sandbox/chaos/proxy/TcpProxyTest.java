package praxis.sandbox.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

@Timeout(60)
class TcpProxyTest {
    private static final int SHORT_WAIT_MILLIS = 200;

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void startEchoBehindProxy() throws IOException {
        echo = echo();
        proxy = TcpProxy.start();
        proxy.leadTo(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesEveryByteOnInBothDirections() throws IOException {
        byte[] much = new byte[1 << 20];
        new Random(1).nextBytes(much);
        try (Socket client = connected()) {
            Thread writer = Thread.ofVirtual().start(() -> writeAndFinish(client, much));

            assertThat(client.getInputStream().readAllBytes()).isEqualTo(much);
            assertThat(writer.isInterrupted()).isFalse();
        }
    }

    @Test
    void forgetsConnectionsThatHaveEnded() throws IOException {
        try (Socket client = connected()) {
            assertThat(asked(client, "here")).isEqualTo("here");
            assertThat(proxy.connections()).isOne();
        }
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void cutsEveryConnectionAndTakesNewOnes() throws IOException {
        try (Socket client = connected()) {
            assertThat(asked(client, "before")).isEqualTo("before");

            proxy.cutAll();

            assertThatThrownBy(() -> asked(client, "after")).isInstanceOf(IOException.class);
        }
        try (Socket next = connected()) {
            assertThat(asked(next, "again")).isEqualTo("again");
        }
    }

    @Test
    void turnsNewConnectionsAwayAndKeepsOpenOnes() throws IOException {
        try (Socket before = connected()) {
            assertThat(asked(before, "open")).isEqualTo("open");

            proxy.weather(Weather.CLOSED);

            assertThat(asked(before, "still open")).isEqualTo("still open");
            assertThatThrownBy(this::askedAnew).isInstanceOf(IOException.class);
        }
        proxy.weather(Weather.FINE);
        assertThat(askedAnew()).isEqualTo("anew");
    }

    @Test
    void letsNothingThroughBlackHoleAndEverythingAfterwards() throws IOException {
        try (Socket client = connected()) {
            assertThat(asked(client, "before")).isEqualTo("before");
            proxy.weather(Weather.BLACK_HOLE);
            client.setSoTimeout(SHORT_WAIT_MILLIS);

            assertThatThrownBy(() -> asked(client, "kept back"))
                    .isInstanceOf(SocketTimeoutException.class);

            proxy.weather(Weather.FINE);
            client.setSoTimeout(0);
            assertThat(read(client, "kept back".length())).isEqualTo("kept back");
        }
    }

    @Test
    void takesNewConnectionsIntoBlackHoleToo() throws IOException {
        proxy.weather(Weather.BLACK_HOLE);
        try (Socket client = connected()) {
            client.setSoTimeout(SHORT_WAIT_MILLIS);

            assertThatThrownBy(() -> asked(client, "anybody?"))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void keepsEachPieceBackForTheLatency() throws IOException {
        Duration latency = Duration.ofMillis(80);
        try (Socket client = connected()) {
            proxy.weather(Weather.late(latency));
            long begin = System.nanoTime();

            assertThat(asked(client, "slowly")).isEqualTo("slowly");

            // There and back again; the upper end depends on the machine.
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(latency.multipliedBy(2));
        }
    }

    @Test
    void letsNoMoreThroughThanItsWidth() throws IOException {
        byte[] second = new byte[20_000];
        try (Socket client = connected()) {
            proxy.weather(Weather.narrow(100_000));
            long begin = System.nanoTime();
            Thread.ofVirtual().start(() -> writeAndFinish(client, second));

            assertThat(client.getInputStream().readAllBytes()).hasSameSizeAs(second);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void leadsNewConnectionsToWhereItIsTold() throws IOException {
        try (ServerSocket other = echo()) {
            echo.close();
            proxy.leadTo(other.getLocalPort());

            assertThat(askedAnew()).isEqualTo("anew");
        }
    }

    @Test
    void breaksOffWhatLeadsNowhere() throws IOException {
        echo.close();

        assertThatThrownBy(this::askedAnew).isInstanceOf(IOException.class);
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private String askedAnew() throws IOException {
        try (Socket client = connected()) {
            return asked(client, "anew");
        }
    }

    private static String asked(Socket client, String word) throws IOException {
        client.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
        return read(client, word.length());
    }

    /** Fails where the connection ends too early. */
    private static String read(Socket client, int length) throws IOException {
        byte[] bytes = client.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection has ended");
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void writeAndFinish(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Says back whatever it hears. */
    private static ServerSocket echo() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!server.isClosed()) {
                                serve(server);
                            }
                        });
        return server;
    }

    private static void serve(ServerSocket server) {
        try {
            Socket heard = server.accept();
            Thread.ofVirtual().start(() -> echo(heard));
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private static void echo(Socket heard) {
        try (heard) {
            heard.getInputStream().transferTo(heard.getOutputStream());
        } catch (IOException cut) {
            assertThat(cut).isNotNull();
        }
    }
}
