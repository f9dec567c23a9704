package praxis.sandbox.bench;

import praxis.sandbox.bench.ground.BatchClock;
import praxis.sandbox.bench.ground.Drain;
import praxis.sandbox.bench.ground.MatchingQueries;
import praxis.sandbox.bench.ground.MatchingQueries.Looked;
import praxis.sandbox.bench.ground.Pause;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.measure.Median;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.traffic.Events;
import praxis.sandbox.bench.traffic.PracticeTraffic;
import praxis.sandbox.bench.traffic.Prefill;
import praxis.sandbox.bench.traffic.Prefill.Sender;
import praxis.sandbox.screen.Screen;
import praxis.schemas.record.PracticeId;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Practices of one size, and what an event costs in them. */
final class MatchingVariant {
    /** Some are in doubt and become no patients, so that a few more have to come. */
    private static final double RESERVE = 1.08;

    /** A small practice would grow under the measurement, so that each round has one of its own. */
    private static final int SMALL = 20_000;

    private static final int STEP = 50_000;
    private static final double MICROS = 1e6;

    private final int size;
    private final Parts parts;
    private final List<Place> places = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();

    /** What a measurement takes. */
    record Parts(
            Prefill prefill,
            ProgressQueries progress,
            MatchingQueries matching,
            BatchClock batches,
            long processor) {}

    /** A practice and those who register there. */
    private record Place(PracticeId practice, PracticeTraffic traffic) {
        Sender sending(Events events) {
            return new Sender(practice, events);
        }
    }

    private record Round(double patients, double micros, double pingMicros, Looked looked) {
        double decidingMicros() {
            return micros - pingMicros;
        }

        Line line(String what) {
            return Line.of(what)
                    .with("patients", patients)
                    .with("µs/event", micros)
                    .with("µs/ping", pingMicros)
                    .with("difference", decidingMicros())
                    .with("candidates/event", looked.candidates())
                    .with("most", looked.most())
                    .with("% asked", looked.asked() * 100);
        }
    }

    MatchingVariant(int size, int practices, Parts parts, InstantSource clock) {
        this.size = size;
        this.parts = parts;
        for (int i = 0; i < (size > SMALL ? 1 : practices); i++) {
            String id = "bench-" + size + "-" + i;
            places.add(
                    new Place(new PracticeId(id), new PracticeTraffic(id, size + (long) i, clock)));
        }
    }

    /** Returns when all patients are there. */
    void fill(Screen screen) throws SQLException, InterruptedException {
        for (Place place : places) {
            int left = (int) (size * RESERVE);
            while (left > 0) {
                int step = Math.min(left, STEP);
                workOff(place.sending(place.traffic()::resident), step);
                left -= step;
                if (size > SMALL) {
                    screen.say(
                            String.format(
                                    Locale.ROOT,
                                    "  %,d registrations still to come for %s",
                                    left,
                                    place.practice()));
                }
            }
        }
    }

    Line measure(int events) throws SQLException, InterruptedException {
        Place place = places.get(rounds.size() % places.size());
        long patients = parts.matching().patients(place.practice());
        double micros = measured(place.sending(place.traffic()::newcomer), events);
        Looked looked = parts.matching().looked(place.practice(), events);
        double pingMicros = measured(place.sending(place.traffic()::ping), events);
        Round round = new Round(patients, micros, pingMicros, looked);
        rounds.add(round);
        return round.line(name() + ", round " + rounds.size());
    }

    /** What has been measured so far was for warming up; so were the small practices it grew. */
    void forget() {
        if (places.size() > rounds.size()) {
            places.subList(0, rounds.size()).clear();
        }
        rounds.clear();
    }

    /** The records all stand on the topic before the first of them is taken. */
    private double measured(Sender sender, int events) throws SQLException, InterruptedException {
        long before = parts.progress().committed();
        double secondsBefore = parts.batches().seconds();
        try (var _ = Pause.of(parts.processor())) {
            parts.prefill().send(List.of(sender), events);
        }
        new Drain(parts.progress()).await(before, before + events);
        return (parts.batches().seconds() - secondsBefore) / events * MICROS;
    }

    private void workOff(Sender sender, int events) throws SQLException, InterruptedException {
        long before = parts.progress().committed();
        parts.prefill().send(List.of(sender), events);
        new Drain(parts.progress()).await(before, before + events);
    }

    Line medians() {
        Looked looked =
                new Looked(
                        median(round -> round.looked().candidates()),
                        median(round -> round.looked().most()),
                        median(round -> round.looked().asked()));
        return new Round(median(Round::patients), micros(), median(Round::pingMicros), looked)
                .line(name() + ", median");
    }

    String name() {
        return String.format(Locale.ROOT, "%,d patients", size);
    }

    double micros() {
        return median(Round::micros);
    }

    double decidingMicros() {
        return median(Round::decidingMicros);
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
