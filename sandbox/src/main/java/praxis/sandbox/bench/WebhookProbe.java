package praxis.sandbox.bench;

import praxis.sandbox.bench.load.Probe;
import praxis.sandbox.bench.load.RequestWriter;
import praxis.sandbox.bench.measure.Visibility;
import praxis.sandbox.bench.traffic.BenchEvent;
import praxis.sandbox.bench.traffic.BenchTraffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;

/** A new appointment of somebody known, posted to the edge. */
final class WebhookProbe implements LatencyProbe, AutoCloseable {
    private static final String LOOK_UP =
            """
            select 1 from projection.appointments
            where practice_id = 'default' and booking_system_appointment_id = ?
            """;
    private static final int ACQUAINTANCES = 30;

    private final Probe probe;
    private final RequestWriter writer;
    private final BenchTraffic traffic;
    private final Visibility visibility;

    WebhookProbe(
            InetSocketAddress edge, RequestWriter writer, BenchTraffic traffic, Connection looking)
            throws IOException, SQLException {
        this.probe = new Probe(edge);
        this.writer = writer;
        this.traffic = traffic;
        this.visibility = new Visibility(looking, LOOK_UP);
    }

    /** Lets the practice know some patients; to be called once before the first sample. */
    void acquaint() throws IOException {
        for (int i = 0; i < ACQUAINTANCES; i++) {
            probe.exchange(writer.write(traffic.next()));
        }
    }

    @Override
    public void sample(LatencySamples into) throws IOException, SQLException, InterruptedException {
        BenchEvent event = traffic.nextNewAppointment();
        String id = event.appointment().orElseThrow().id();
        Probe.Exchange exchange = probe.exchange(writer.write(event));
        long visibleAt = visibility.await(id);
        into.answered().add(exchange.answeredAt() - exchange.sentAt());
        into.visible().add(visibleAt - exchange.sentAt());
    }

    @Override
    public void close() throws IOException, SQLException {
        probe.close();
        visibility.close();
    }
}
