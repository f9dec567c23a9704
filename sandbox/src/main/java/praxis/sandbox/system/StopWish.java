package praxis.sandbox.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody wants the sandbox to stop; asked between two steps of a start. */
public final class StopWish {
    private final CountDownLatch wished = new CountDownLatch(1);

    /** Says so in the midst of a start. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** True the first time. */
    public synchronized boolean express() {
        boolean first = wished.getCount() > 0;
        wished.countDown();
        return first;
    }

    void check() {
        if (wished.getCount() == 0) {
            throw new Stopped();
        }
    }

    /** True when the wish came within {@code milliseconds}. */
    public boolean await(long milliseconds) throws InterruptedException {
        return wished.await(milliseconds, TimeUnit.MILLISECONDS);
    }
}
