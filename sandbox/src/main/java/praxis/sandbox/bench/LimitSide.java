package praxis.sandbox.bench;

import praxis.sandbox.bench.limit.CopyLimit;
import praxis.sandbox.bench.limit.LimitTables;
import praxis.sandbox.bench.measure.Median;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.traffic.BenchTraffic;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the database alone can do, and what was measured of it. */
final class LimitSide {
    private static final int WARM_UP_RECORDS = 20_000;

    private final String name;
    private final CopyLimit limit;
    private final List<Double> rounds = new ArrayList<>();

    LimitSide(Connection connection, LimitTables tables, InstantSource clock) throws SQLException {
        name = "limit, " + tables.name().toLowerCase(Locale.ROOT);
        limit =
                CopyLimit.prepare(
                        connection, tables, new BenchTraffic(tables.name(), 1, clock), clock);
    }

    void warmUp() throws SQLException {
        limit.run(WARM_UP_RECORDS);
    }

    void measure(int records) throws SQLException {
        rounds.add(limit.run(records));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            lines.add(line("round " + (i + 1), rounds.get(i)));
        }
        return lines;
    }

    Line medians() {
        return line("median", perSecond());
    }

    double perSecond() {
        return Median.of(rounds);
    }

    private Line line(String what, double perSecond) {
        return Line.of(name + ", " + what)
                .with("records/s", perSecond)
                .with("mean batch", CopyLimit.BATCH);
    }
}
