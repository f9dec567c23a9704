package praxis.processor.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import praxis.processor.consume.InboundConsumption;
import praxis.processor.publish.OutboxPublication;

/** Not alive once a thread of ours has ended by itself: then only a restart helps. */
public final class ConsumerHealth implements HealthIndicator {
    private final InboundConsumption consumption;
    private final OutboxPublication publication;

    public ConsumerHealth(InboundConsumption consumption, OutboxPublication publication) {
        this.consumption = consumption;
        this.publication = publication;
    }

    @Override
    public Health health() {
        Health.Builder health =
                consumption.isAlive() && publication.isAlive() ? Health.up() : Health.down();
        if (!consumption.isAlive()) {
            health.withDetail("consumers", "one has ended, restart me");
        }
        if (!publication.isAlive()) {
            health.withDetail("publisher", "it has ended, restart me");
        }
        return health.build();
    }
}
