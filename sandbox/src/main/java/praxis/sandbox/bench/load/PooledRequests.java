package praxis.sandbox.bench.load;

import praxis.sandbox.bench.traffic.BenchTraffic;
import praxis.schemas.record.SignatureScheme;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Requests signed in advance and sent round and round: costs the sender next to nothing. */
public final class PooledRequests implements Requests {
    private final List<byte[]> pool;
    private int next;

    private PooledRequests(List<byte[]> pool) {
        this.pool = List.copyOf(pool);
    }

    public static PooledRequests of(
            int count, BenchTraffic traffic, SignatureScheme scheme, RequestWriter writer) {
        List<byte[]> pool = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pool.add(writer.write(traffic.next(), scheme));
        }
        return new PooledRequests(pool);
    }

    @Override
    public void write(ByteBuffer into) {
        into.put(pool.get(next));
        next = (next + 1) % pool.size();
    }
}
