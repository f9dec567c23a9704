package praxis.sandbox.bench;

import praxis.sandbox.bench.floor.BareEdge;
import praxis.sandbox.bench.ground.Ground;
import praxis.sandbox.bench.ground.Settings;
import praxis.sandbox.bench.load.PooledRequests;
import praxis.sandbox.bench.load.RequestWriter;
import praxis.sandbox.bench.load.Requests;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.report.Mark;
import praxis.sandbox.bench.report.Report;
import praxis.sandbox.bench.traffic.BenchTraffic;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Program;
import praxis.schemas.record.SignatureScheme;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Webhooks into the real edge, and into a bare one, by turns. */
record EdgeBench(
        Surroundings surroundings,
        int rounds,
        Duration warmUp,
        Duration round,
        int connections,
        SignatureScheme scheme)
        implements Bench {
    private static final double MUST_OF_FLOOR = 0.4;
    private static final double GOAL_OF_FLOOR = 0.6;
    private static final double P99_MILLIS = 8;
    private static final int DISTINCT_REQUESTS = 4_096;
    private static final int WARM_UP_TURNS = 2;

    @Override
    public Report run(Screen screen) throws IOException, SQLException, InterruptedException {
        try (Ground ground = Ground.start(surroundings, Set.of(Program.INGEST_EDGE), screen);
                BareEdge bare = BareEdge.start(ground)) {
            Map<String, String> settings = Settings.of(ground, List.of(Program.INGEST_EDGE));
            settings.put(
                    "load",
                    "%d kept connections, %s signature, %d distinct requests of some 500 bytes"
                            .formatted(connections, scheme.wireName(), DISTINCT_REQUESTS));
            long pid = ground.program(Program.INGEST_EDGE).pid();
            EdgeSide edge = side("edge", ground, ground.edge(), pid);
            EdgeSide floor = side("floor", ground, bare.address(), bare.pid());
            return report(settings, measured(edge, floor, screen), edge, floor);
        }
    }

    private EdgeSide side(String name, Ground ground, InetSocketAddress address, long pid) {
        RequestWriter writer =
                new RequestWriter(
                        ground.sandbox().secrets().webhook(), address, surroundings.clock());
        return new EdgeSide(name, address, connections, pid, () -> requests(writer));
    }

    private Requests requests(RequestWriter writer) {
        BenchTraffic traffic = new BenchTraffic("edge", 1, surroundings.clock());
        return PooledRequests.of(DISTINCT_REQUESTS, traffic, scheme, writer);
    }

    private List<Line> measured(EdgeSide edge, EdgeSide floor, Screen screen) throws IOException {
        screen.say("  warming both up");
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            floor.warmUp(warmUp.dividedBy(WARM_UP_TURNS));
            edge.warmUp(warmUp.dividedBy(WARM_UP_TURNS));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            screen.say("  round " + i + " of " + rounds);
            lines.add(floor.measure(round));
            lines.add(edge.measure(round));
        }
        lines.add(floor.medians());
        lines.add(edge.medians());
        return lines;
    }

    private Report report(
            Map<String, String> settings, List<Line> lines, EdgeSide edge, EdgeSide floor) {
        return new Report(
                "edge",
                settings,
                lines,
                List.of(
                        Mark.atLeast(
                                "requests/s, edge ÷ floor",
                                edge.perSecond() / floor.perSecond(),
                                MUST_OF_FLOOR,
                                GOAL_OF_FLOOR),
                        Mark.atMost("p99 ms of the edge", edge.p99(), P99_MILLIS, P99_MILLIS)),
                List.of(
                        "floor: a Micronaut server that checks the signature, appends and answers.",
                        "Broker and sender share one process; everything shares the machine's"
                                + " cores."));
    }
}
