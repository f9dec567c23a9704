package praxis.processor.simulate.world;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What happened in a run, line by line, and a hash over all of it. */
public final class Trace {
    // FNV-1a, 64 bits: it tells runs apart, and guards against nobody.
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final List<String> lines = new ArrayList<>();
    private long hash = OFFSET_BASIS;

    public void note(String line) {
        lines.add(line);
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * PRIME;
        }
        hash = (hash ^ '\n') * PRIME;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public String hash() {
        return HexFormat.of().toHexDigits(hash);
    }
}
