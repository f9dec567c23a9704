package praxis.schemas.probe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;

import praxis.testkit.FreePorts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

class ReadinessProbeTest {
    @Test
    void endsWellWhereProgramIsReady() throws IOException {
        HttpServer program = programThatAnswers(200);
        try {
            assertThatCode(() -> probe(program.getAddress().getPort())).doesNotThrowAnyException();
        } finally {
            program.stop(0);
        }
    }

    @Test
    void failsWhereProgramIsNotReady() throws IOException {
        HttpServer program = programThatAnswers(503);
        try {
            assertThatThrownBy(() -> probe(program.getAddress().getPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("not ready, says status 503");
        } finally {
            program.stop(0);
        }
    }

    @Test
    void failsWhereNobodyListens() {
        assertThatThrownBy(() -> probe(FreePorts.next())).isInstanceOf(IOException.class);
    }

    private static void probe(int port) throws IOException {
        ReadinessProbe.main(new String[] {Integer.toString(port)});
    }

    private static HttpServer programThatAnswers(int status) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
