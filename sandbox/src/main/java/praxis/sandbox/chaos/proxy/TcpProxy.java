package praxis.sandbox.chaos.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and a server on the loopback address, and treats their connections as a
 * bad network would. Its own port stays the same for as long as it lives.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int NOWHERE = 0;

    private final ServerSocket listener;
    private final Sky sky = new Sky();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress target = loopback(NOWHERE);

    private TcpProxy(ServerSocket listener) {
        this.listener = listener;
    }

    /** Leads nowhere until it is told where to. */
    public static TcpProxy start() {
        try {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(listener);
            Thread.ofVirtual().name("proxy").start(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where clients connect. */
    public int port() {
        return listener.getLocalPort();
    }

    /** New connections go there; those that are open stay where they are. */
    public void leadTo(int targetPort) {
        target = loopback(targetPort);
    }

    public void weather(Weather weather) {
        sky.become(weather);
    }

    public int connections() {
        return links.size();
    }

    /** Resets every open connection, also those that nothing comes through. */
    public void cutAll() {
        links.forEach(Link::cut);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            sky.become(Weather.FINE);
            cutAll();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Link link = new Link(listener.accept(), sky);
                if (sky.weather().open()) {
                    links.add(link);
                    Thread.ofVirtual().start(() -> run(link));
                } else {
                    link.cut();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void run(Link link) {
        try {
            link.run(target);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            links.remove(link);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
