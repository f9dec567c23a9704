package praxis.read.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Bounds how often feeds are asked for; who guesses does not shut out those who know. */
public final class FeedGate {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MOST_OF_ONE = 30;

    /** Questions for feeds of which nobody knows yet whether there are such. */
    static final int MOST_OF_STRANGERS = 5_000;

    private static final int MOST_REMEMBERED = 50_000;

    private final InstantSource clock;
    private final Set<String> known =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_REMEMBERED;
                        }
                    });
    private final Map<String, Integer> asked = new HashMap<>();
    private int strangers;
    private long window;

    public FeedGate(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether one more may ask for the feed with this hash. */
    synchronized boolean admits(String hash) {
        openWindow();
        if (known.contains(hash)) {
            return asked.merge(hash, 1, Integer::sum) <= MOST_OF_ONE;
        }
        strangers++;
        return strangers <= MOST_OF_STRANGERS;
    }

    /** Whether there is a feed with this hash, now that somebody looked. */
    synchronized void learn(String hash, boolean exists) {
        openWindow();
        if (!exists) {
            known.remove(hash);
        } else if (known.add(hash)) {
            asked.merge(hash, 1, Integer::sum);
        }
    }

    private void openWindow() {
        long now = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        if (now != window) {
            window = now;
            asked.clear();
            strangers = 0;
        }
    }
}
