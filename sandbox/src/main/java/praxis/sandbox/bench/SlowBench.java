package praxis.sandbox.bench;

import praxis.sandbox.access.Caller;
import praxis.sandbox.access.TokenIssuer;
import praxis.sandbox.bench.ground.Drain;
import praxis.sandbox.bench.ground.Ground;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.ground.Settings;
import praxis.sandbox.bench.load.FreshRequests;
import praxis.sandbox.bench.load.RequestWriter;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.report.Mark;
import praxis.sandbox.bench.report.Report;
import praxis.sandbox.bench.traffic.BenchTraffic;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Program;
import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Honest traffic at edge and read API, without and with slow clients beside it. */
record SlowBench(
        Surroundings surroundings,
        int rounds,
        Duration warmUp,
        Duration round,
        int slowClients,
        double perSecond)
        implements Bench {
    private static final List<Program> PROGRAMS = List.of(Program.values());
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(4);
    private static final List<String> SLOW_AT_EDGE =
            List.of(
                    "POST /api/webhooks/booking HTTP/1.1\r\nHost: edge\r\nX-Slow: ",
                    "POST /api/webhooks/booking HTTP/1.1\r\nHost: edge\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{");
    private static final List<String> SLOW_AT_READ =
            List.of(
                    "GET /api/patients HTTP/1.1\r\nHost: read\r\nX-Slow: ",
                    "POST /api/patients HTTP/1.1\r\nHost: read\r\nContent-Length: 9000\r\n\r\n{");

    @Override
    public Report run(Screen screen) throws IOException, SQLException, InterruptedException {
        try (Ground ground = Ground.start(surroundings, Set.copyOf(PROGRAMS), screen)) {
            Map<String, String> settings = Settings.of(ground, PROGRAMS);
            settings.put(
                    "load",
                    "%.0f requests/s over 16 kept connections; %d slow clients, half of them in the"
                                    .formatted(perSecond, slowClients)
                            + " headers and half in the body, a byte a second each");
            List<SlowSide> sides = List.of(edge(ground), read(ground));
            List<Line> lines = new ArrayList<>();
            for (SlowSide side : sides) {
                screen.say("  warming up");
                side.warmUp(slowClients, warmUp);
                settle(ground);
                for (int i = 1; i <= rounds; i++) {
                    screen.say("  round " + i + " of " + rounds);
                    lines.add(side.measureAlone(round));
                    lines.add(side.measureBesideIdle(slowClients, round));
                    lines.add(side.measureBeside(slowClients, round));
                }
            }
            List<Mark> marks = sides.stream().flatMap(side -> side.marks().stream()).toList();
            return new Report("slow", settings, lines, marks, remarks());
        }
    }

    /** What the warm-up has left behind for the processor to do would be measured as well. */
    private static void settle(Ground ground) throws SQLException, InterruptedException {
        try (Connection connection = ground.database()) {
            new Drain(new ProgressQueries(connection)).awaitStandstill(QUIET);
        }
    }

    private SlowSide edge(Ground ground) {
        RequestWriter writer =
                new RequestWriter(
                        ground.sandbox().secrets().webhook(), ground.edge(), surroundings.clock());
        BenchTraffic traffic = new BenchTraffic("slow", 1, surroundings.clock());
        return new SlowSide(
                "edge", ground.edge(), new FreshRequests(traffic, writer), SLOW_AT_EDGE, perSecond);
    }

    private SlowSide read(Ground ground) {
        String token =
                new TokenIssuer(ground.sandbox().secrets().jwtSecret())
                        .issue(
                                new Caller(Caller.Role.ADMIN, "bench", PracticeId.DEFAULT),
                                surroundings.clock().instant(),
                                TOKEN_LIFETIME);
        byte[] request =
                ("GET /api/patients?limit=10 HTTP/1.1\r\nHost: read\r\nAuthorization: Bearer "
                                + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        URI address = ground.sandbox().read();
        return new SlowSide(
                "read API",
                new InetSocketAddress(address.getHost(), address.getPort()),
                into -> into.put(request),
                SLOW_AT_READ,
                perSecond);
    }

    private static List<String> remarks() {
        return List.of(
                "beside idle ones: as many connections that have had an answer and say no more.",
                "closed: slow clients that the server closed; each comes again at once.",
                "longest: how long the most patient of them was left open.");
    }
}
