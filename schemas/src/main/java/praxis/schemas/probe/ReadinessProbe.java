package praxis.schemas.probe;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Ends well where the program on a port of this machine says that it is ready, for containers whose
 * image has no other client. It throws otherwise, which Java turns into exit code 1.
 */
public final class ReadinessProbe {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(3).toMillis();

    private ReadinessProbe() {}

    /** Takes one argument, the port. */
    public static void main(String[] arguments) throws IOException {
        int status = ask(Integer.parseInt(arguments[0]));
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("not ready, says status " + status);
        }
    }

    /** The plain old client, because a probe every few seconds must be cheap to start. */
    private static int ask(int port) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + "/health/readiness");
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
