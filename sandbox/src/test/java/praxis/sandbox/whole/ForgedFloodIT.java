package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import praxis.sandbox.system.Sandbox;
import praxis.sandbox.whole.RawConnection.Heard;
import praxis.schemas.record.Topics;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many who cannot sign, beside one who can. */
@ExtendWith(WithSandbox.class)
class ForgedFloodIT {
    private static final int FORGERS = 16;
    private static final int FORGED_AT_LEAST = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FORGED =
            """
            POST /api/webhooks/booking HTTP/1.1\r
            Host: praxis\r
            Content-Type: application/json\r
            X-Webhook-Signature: sha256=%s\r
            Content-Length: 37\r
            \r
            {"event_type":"Kanarina","payload":1}\
            """
                    .formatted("0f".repeat(32));

    @Test
    void keepsAcceptingHonestEventsAndLogsNothingElse(Practice practice, TestSandbox sandbox)
            throws Exception {
        long before = recordCount(sandbox.sandbox());
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong refused = new AtomicLong();
        int honest = 0;
        try (ExecutorService forgers = Executors.newFixedThreadPool(FORGERS)) {
            List<Future<?>> forging = new ArrayList<>();
            URI edge = sandbox.sandbox().edges().getFirst();
            for (int i = 0; i < FORGERS; i++) {
                forging.add(forgers.submit(() -> forge(edge, over, refused)));
            }
            while (refused.get() < FORGED_AT_LEAST) {
                assertThat(practice.send(Told.event("ping").delivery()).code()).isEqualTo(200);
                honest++;
            }
            over.set(true);
            for (Future<?> each : forging) {
                each.get();
            }
        }
        assertThat(recordCount(sandbox.sandbox()) - before).isEqualTo(honest);
        assertThat(honest).isPositive();
        Canaries.areInNoLog(sandbox.files());
    }

    private static Void forge(URI edge, AtomicBoolean over, AtomicLong refused) throws IOException {
        while (!over.get()) {
            try (RawConnection connection = new RawConnection(edge)) {
                connection.send(FORGED.repeat(50));
                Heard heard = connection.hear(PATIENCE);
                int answers = heard.text().split("HTTP/1.1 401", -1).length - 1;
                assertThat(heard.text()).contains("HTTP/1.1 401").doesNotContain("HTTP/1.1 5");
                refused.addAndGet(answers);
            }
        }
        return null;
    }

    private static long recordCount(Sandbox sandbox)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.kafkaBootstrap()))) {
            int partitions =
                    Objects.requireNonNull(
                                    admin.describeTopics(List.of(Topics.INBOUND))
                                            .allTopicNames()
                                            .get()
                                            .get(Topics.INBOUND))
                            .partitions()
                            .size();
            return admin
                    .listOffsets(
                            IntStream.range(0, partitions)
                                    .mapToObj(number -> new TopicPartition(Topics.INBOUND, number))
                                    .collect(
                                            Collectors.toMap(
                                                    each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(each -> each.offset())
                    .sum();
        }
    }
}
