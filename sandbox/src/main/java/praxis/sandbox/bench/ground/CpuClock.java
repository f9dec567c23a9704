package praxis.sandbox.bench.ground;

import java.time.Duration;

/** How much processor time a process has used since the last look. */
public final class CpuClock {
    private final ProcessHandle process;
    private Duration seen;

    public CpuClock(long pid) {
        process =
                ProcessHandle.of(pid)
                        .orElseThrow(() -> new IllegalStateException("no process " + pid));
        seen = used();
    }

    /** In microseconds; the system counts in hundredths of a second. */
    public double lap() {
        Duration now = used();
        Duration lap = now.minus(seen);
        seen = now;
        return lap.toNanos() / 1e3;
    }

    private Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
