package praxis.sandbox.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everybody listens, on the loopback address. The second edge takes the first one's port plus
 * ten, and so on, and likewise the processors: 8080, 8090, 8100 and 8082, 8092, 8102.
 */
public record Ports(int kafka, int postgres, int edge, int read, int processor) {
    private static final int STRIDE = 10;

    List<Integer> edges(int count) {
        return countedUp(edge, count);
    }

    List<Integer> processors(int count) {
        return countedUp(processor, count);
    }

    private static List<Integer> countedUp(int first, int count) {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add(first + i * STRIDE);
        }
        return List.copyOf(ports);
    }

    /** Throws {@link Trouble} that names the first port that somebody else has. */
    void demandFree(int edges, int processors) {
        demandFree(List.of(kafka), "--kafka-port");
        demandFree(List.of(postgres), "--postgres-port");
        demandFree(edges(edges), "--edge-port");
        demandFree(List.of(read), "--read-port");
        demandFree(processors(processors), "--processor-port");
    }

    private static void demandFree(List<Integer> ports, String option) {
        for (int port : ports) {
            if (!isFree(port)) {
                throw new Trouble(
                        "Port %d is taken by another program. Stop that one, or choose another port with %s."
                                .formatted(port, option));
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
