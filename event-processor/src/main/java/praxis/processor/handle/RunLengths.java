package praxis.processor.handle;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers how many records were too much for one run, so that not every batch has to find that
 * out again; tries a little more whenever that went well.
 */
final class RunLengths {
    private static final int GROWS_BY_A = 8;

    private final AtomicInteger most = new AtomicInteger(Runs.MOST_RECORDS);

    int most() {
        return most.get();
    }

    void wasTooLong(int records) {
        most.set(Math.max(1, records / 2));
    }

    void wentWell(int records) {
        most.updateAndGet(
                known ->
                        records < known
                                ? known
                                : Math.min(Runs.MOST_RECORDS, known + known / GROWS_BY_A + 1));
    }
}
