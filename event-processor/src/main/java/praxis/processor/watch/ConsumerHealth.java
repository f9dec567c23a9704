package praxis.processor.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import praxis.processor.consume.InboundConsumption;

/** Not alive once a consumer thread has ended by itself: then only a restart helps. */
public final class ConsumerHealth implements HealthIndicator {
    private final InboundConsumption consumption;

    public ConsumerHealth(InboundConsumption consumption) {
        this.consumption = consumption;
    }

    @Override
    public Health health() {
        return consumption.isAlive()
                ? Health.up().build()
                : Health.down().withDetail("consumers", "one has ended, restart me").build();
    }
}
