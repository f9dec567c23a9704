package praxis.sandbox.system;

import java.util.List;

/** One of the three programs, and what it is given on a small machine. */
public enum Program {
    INGEST_EDGE("ingest-edge", "256m"),
    EVENT_PROCESSOR("event-processor", "512m"),
    READ_API("read-api", "256m");

    private final String module;
    private final String heap;

    Program(String module, String heap) {
        this.module = module;
        this.heap = heap;
    }

    public String module() {
        return module;
    }

    public List<String> javaFlags() {
        return List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                // Records, requests and answers die young: half of the heap is theirs.
                "-XX:NewRatio=1",
                // Native access of Netty and friends, which a newer Java remarks upon.
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8");
    }
}
