package praxis.read.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.testkit.PostgresServer;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/** What people are told while the database is away or busy for ever. */
class DatabaseAwayIT {
    private static final String ADMIN = TestApi.token("nord", "admin", "boss");

    @TempDir Path directory;

    @Test
    void startsWithoutDatabaseAndFindsItAgainAfterEachOutage() throws Exception {
        int port;
        try (PostgresServer server = PostgresServer.start(directory.resolve("data"), 0)) {
            port = server.port();
            server.createDatabase("praxis");
            TestDatabase.prepare(server, "praxis");
        }
        DatabaseAddress address =
                new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + port + "/praxis",
                        TestDatabase.READER,
                        TestDatabase.PASSWORD);
        try (TestApi api = TestApi.on(address)) {
            assertAway(api);
            for (int outage = 0; outage < 2; outage++) {
                try (PostgresServer server =
                        PostgresServer.start(directory.resolve("data"), port)) {
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> api.get("/api/patients", ADMIN).statusCode() == 200);
                    assertThat(server.port()).isEqualTo(port);
                    assertThat(api.get("/health/readiness", ADMIN).statusCode()).isEqualTo(200);
                }
                assertAway(api);
            }
        }
    }

    @Test
    void endsSearchThatTakesTooLong() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        new TestPractice(database, "nord").event("ping", "{}");
        try (TestApi api = TestApi.on(database.reader());
                Connection blocker = database.superuser();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table ledger.event_log in access exclusive mode");
            HttpResponse<String> answer = api.get("/api/admin/webhook-events?q=ping", ADMIN);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("took too long").contains("narrow it");
            assertThat(api.get("/api/patients", ADMIN).statusCode()).isEqualTo(200);
        }
    }

    private static void assertAway(TestApi api) {
        HttpResponse<String> answer = api.get("/api/patients", ADMIN);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("The database is away.").doesNotContain("127.0.0.1");
        HttpResponse<String> readiness = api.get("/health/readiness", ADMIN);
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("\"DOWN\"").contains("the database is away");
        assertThat(api.get("/health/liveness", ADMIN).statusCode()).isEqualTo(200);
    }
}
