package praxis.sandbox.bench;

import praxis.sandbox.bench.ground.CpuClock;
import praxis.sandbox.bench.ground.Drain;
import praxis.sandbox.bench.ground.Pause;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.measure.Median;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.traffic.BenchTraffic;
import praxis.sandbox.bench.traffic.Prefill;
import praxis.sandbox.bench.traffic.Prefill.Sender;
import praxis.schemas.record.PracticeId;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Records of so many practices, and how fast the processor worked them off. */
final class ProcessorVariant {
    private final String name;
    private final List<Sender> senders;
    private final ProgressQueries progress;
    private final CpuClock cpu;
    private final List<Round> rounds = new ArrayList<>();

    ProcessorVariant(int practices, ProgressQueries progress, CpuClock cpu, InstantSource clock) {
        this.name = practices == 1 ? "1 practice" : practices + " practices";
        this.senders =
                IntStream.range(0, practices)
                        .mapToObj(i -> sender("bench-" + practices + "-" + i, i, clock))
                        .toList();
        this.progress = progress;
        this.cpu = cpu;
    }

    private static Sender sender(String id, long seed, InstantSource clock) {
        return new Sender(new PracticeId(id), new BenchTraffic(id, seed, clock));
    }

    /** Something that is done while the processor stands still. */
    interface Meanwhile {
        void run() throws SQLException;
    }

    private record Round(double perSecond, double cpuPerRecord, double meanBatch) {
        Line line(String what) {
            return Line.of(what)
                    .with("records/s", perSecond)
                    .with("mean batch", meanBatch)
                    .with("cpu µs/record", cpuPerRecord);
        }
    }

    /** Works off so many records that count for nothing. */
    void warmUp(Prefill prefill, int records) throws SQLException, InterruptedException {
        long before = progress.committed();
        prefill.send(senders, records);
        new Drain(progress).await(before, before + records);
    }

    /**
     * The records all stand on the topic before the first of them is taken.
     *
     * @param processor is held still until then
     * @param meanwhile what else is to be done until then
     */
    Line measure(Prefill prefill, int records, long processor, Meanwhile meanwhile)
            throws SQLException, InterruptedException {
        long before = progress.committed();
        long batchesBefore = progress.batches();
        try (var _ = Pause.of(processor)) {
            prefill.send(senders, records);
            meanwhile.run();
        }
        cpu.lap();
        double perSecond = new Drain(progress).await(before, before + records).perSecond();
        double cpuPerRecord = cpu.lap() / records;
        double batches = progress.batches() - batchesBefore;
        Round round = new Round(perSecond, cpuPerRecord, records / batches);
        rounds.add(round);
        return round.line(name + ", round " + rounds.size());
    }

    Line medians() {
        return new Round(perSecond(), median(Round::cpuPerRecord), median(Round::meanBatch))
                .line(name + ", median");
    }

    String name() {
        return name;
    }

    double perSecond() {
        return median(Round::perSecond);
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
