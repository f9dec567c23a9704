package praxis.sandbox.bench.load;

import praxis.sandbox.bench.traffic.BenchTraffic;

import java.nio.ByteBuffer;

/** Requests that were never sent before, for where repeats would be recognised. */
public final class FreshRequests implements Requests {
    private final BenchTraffic traffic;
    private final RequestWriter writer;

    public FreshRequests(BenchTraffic traffic, RequestWriter writer) {
        this.traffic = traffic;
        this.writer = writer;
    }

    @Override
    public void write(ByteBuffer into) {
        into.put(writer.write(traffic.next()));
    }
}
