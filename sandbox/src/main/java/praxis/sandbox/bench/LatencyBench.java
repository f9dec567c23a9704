package praxis.sandbox.bench;

import praxis.sandbox.bench.floor.BarePipe;
import praxis.sandbox.bench.ground.Ground;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.ground.Settings;
import praxis.sandbox.bench.load.FreshRequests;
import praxis.sandbox.bench.load.LoadGenerator;
import praxis.sandbox.bench.load.RequestWriter;
import praxis.sandbox.bench.report.Report;
import praxis.sandbox.bench.traffic.BenchTraffic;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Program;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Webhooks watched until they can be read, alone and under load; and records of a bare pipe. */
record LatencyBench(
        Surroundings surroundings, int rounds, Duration warmUp, int samples, Duration loaded)
        implements Bench {
    private static final int CONNECTIONS = 32;
    private static final List<Program> PROGRAMS =
            List.of(Program.INGEST_EDGE, Program.EVENT_PROCESSOR);

    @Override
    public Report run(Screen screen) throws IOException, SQLException, InterruptedException {
        try (Ground ground = Ground.start(surroundings, Set.copyOf(PROGRAMS), screen);
                Connection watching = ground.database();
                Connection looking = ground.database();
                BarePipe bare = BarePipe.start(ground)) {
            Map<String, String> settings = Settings.of(ground, PROGRAMS);
            RequestWriter writer =
                    new RequestWriter(
                            ground.sandbox().secrets().webhook(),
                            ground.edge(),
                            surroundings.clock());
            try (BareProbe floor = new BareProbe(bare, traffic("bare"), looking);
                    WebhookProbe pipe =
                            new WebhookProbe(ground.edge(), writer, traffic("probe"), looking)) {
                Background background =
                        new Background(
                                new LoadGenerator(ground.edge(), CONNECTIONS),
                                new FreshRequests(traffic("load"), writer),
                                new ProgressQueries(watching));
                pipe.acquaint();
                LatencyRun run = new LatencyRun(floor, pipe, background, samples);
                screen.say("  warming up");
                run.warmUp(warmUp);
                for (int i = 1; i <= rounds; i++) {
                    screen.say("  round " + i + " of " + rounds);
                    run.idleRound();
                    run.loadedRound(loaded);
                }
                return run.report(settings);
            }
        }
    }

    private BenchTraffic traffic(String mark) {
        return new BenchTraffic(mark, 1, surroundings.clock());
    }
}
