package praxis.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import praxis.testkit.FreePorts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

class PortsTest {
    @Test
    void countsUpWithoutCollision() {
        Ports usual = new Ports(19092, 15432, 8080, 8081, 8082);

        assertThat(usual.edges(3)).containsExactly(8080, 8090, 8100);
        assertThat(usual.processors(3)).containsExactly(8082, 8092, 8102);
    }

    @Test
    void namesThePortThatIsTakenAndTheOptionThatHelps() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports =
                    new Ports(
                            FreePorts.next(),
                            FreePorts.next(),
                            other.getLocalPort(),
                            FreePorts.next(),
                            FreePorts.next());

            assertThatThrownBy(() -> ports.demandFree(1, 1))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("--edge-port");
        }
    }
}
