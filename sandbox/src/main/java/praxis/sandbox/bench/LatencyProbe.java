package praxis.sandbox.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Sends one thing and watches it until it can be read. */
interface LatencyProbe {
    void sample(LatencySamples into) throws IOException, SQLException, InterruptedException;
}
