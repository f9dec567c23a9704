package praxis.sandbox.chaos.traffic;

import praxis.sandbox.bench.measure.Distribution;
import praxis.sandbox.bench.measure.Samples;
import praxis.sandbox.chaos.ground.Incarnation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps count of how edges answered, and of every answer they still owe a reason for. */
public final class AnswerBook {
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final int SERVER_ERRORS = 500;

    private final Samples times = new Samples();
    private final long begin = System.nanoTime();
    private final List<String> late = new ArrayList<>();
    private final List<String> owed = new ArrayList<>();
    private long attempts;
    private long accepted;
    private long serverErrors;
    private long rejected;
    private long excused;

    /**
     * What all edges together have answered.
     *
     * @param excused no connection or no answer, because the edge had been killed or not yet begun
     * @param late answers later than promised, in words
     * @param owed no connection or no answer without such an excuse, in words
     */
    public record Totals(
            long attempts,
            long accepted,
            long serverErrors,
            long rejected,
            long excused,
            Distribution times,
            List<String> late,
            List<String> owed) {}

    synchronized void note(Reply reply, Incarnation edge) {
        attempts++;
        switch (reply) {
            case Reply.Answered answered -> note(answered, edge);
            case Reply.Refused refused -> missing("refused a connection", edge);
            case Reply.CutOff cutOff -> missing("broke a connection off", edge);
            case Reply.Silent silent -> missing("did not answer", edge);
        }
    }

    public synchronized Totals totals() {
        return new Totals(
                attempts,
                accepted,
                serverErrors,
                rejected,
                excused,
                times.distribution(),
                List.copyOf(late),
                List.copyOf(owed));
    }

    private void note(Reply.Answered answered, Incarnation edge) {
        times.add(answered.after().toNanos());
        if (answered.after().compareTo(PROMISED) > 0) {
            late.add(words(edge, answered.toString()));
        }
        if (answered.isAccepted()) {
            accepted++;
        } else if (answered.status() >= SERVER_ERRORS) {
            serverErrors++;
        } else {
            rejected++;
        }
    }

    private void missing(String what, Incarnation edge) {
        if (edge.isExcused()) {
            excused++;
        } else {
            owed.add(words(edge, what));
        }
    }

    private String words(Incarnation edge, String what) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        return "%.1f s: edge at port %d %s".formatted(seconds, edge.address().getPort(), what);
    }
}
