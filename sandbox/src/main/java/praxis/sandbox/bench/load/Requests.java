package praxis.sandbox.bench.load;

import java.nio.ByteBuffer;

/** Where the next request comes from. */
public interface Requests {
    /** Writes one whole HTTP request. */
    void write(ByteBuffer into);
}
