package praxis.sandbox.bench;

import praxis.sandbox.bench.floor.BarePipe;
import praxis.sandbox.bench.measure.Visibility;
import praxis.sandbox.bench.traffic.BenchTraffic;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** A record through the bare pipe. */
final class BareProbe implements LatencyProbe, AutoCloseable {
    private final BarePipe pipe;
    private final BenchTraffic traffic;
    private final Visibility visibility;
    private int count;

    BareProbe(BarePipe pipe, BenchTraffic traffic, Connection looking) throws SQLException {
        this.pipe = pipe;
        this.traffic = traffic;
        this.visibility = new Visibility(looking, BarePipe.lookUp());
    }

    @Override
    public void sample(LatencySamples into) throws SQLException, InterruptedException {
        String id = "bare-" + count++;
        String body = new String(traffic.next().body().toArray(), StandardCharsets.UTF_8);
        long sentAt = System.nanoTime();
        pipe.send(id, body);
        into.answered().add(System.nanoTime() - sentAt);
        into.visible().add(visibility.await(id) - sentAt);
    }

    @Override
    public void close() throws SQLException {
        visibility.close();
    }
}
