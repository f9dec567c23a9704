package praxis.edge.append;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.testkit.FreePorts;
import praxis.testkit.KafkaBroker;

import java.nio.file.Path;
import java.time.Duration;

class TopicWatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONG_ABSENCE_IN_LOOKS = 2;

    @TempDir Path data;

    @Test
    void findsTopicAfterAbsenceThatCostItsProducer() {
        int port = FreePorts.next();
        try (TopicWatch watch = new TopicWatch("127.0.0.1:" + port, LONG_ABSENCE_IN_LOOKS)) {
            watch.start();
            await().atMost(PATIENCE).until(() -> watch.looksInVain() >= LONG_ABSENCE_IN_LOOKS);
            try (KafkaBroker broker = KafkaBroker.start(data, port)) {
                broker.createTopics();

                await().atMost(PATIENCE).until(() -> watch.sight() == TopicWatch.Sight.TOPIC_THERE);
                await().atMost(PATIENCE).until(() -> watch.link().isPresent());
            }
        }
    }
}
