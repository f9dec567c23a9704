package praxis.edge.measure;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;

import jakarta.inject.Singleton;

import org.reactivestreams.Publisher;

import praxis.edge.append.TopicWatch;

import java.util.Map;

/** Ready means: a webhook sent now would be stored. */
@Singleton
@Readiness
@Requires(beans = TopicWatch.class)
final class InboundLogIndicator implements HealthIndicator {
    private static final String NAME = "inbound-log";

    private final TopicWatch watch;

    InboundLogIndicator(TopicWatch watch) {
        this.watch = watch;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        TopicWatch.Sight sight = watch.sight();
        String words =
                switch (sight) {
                    case BROKER_AWAY -> "The broker does not answer.";
                    case TOPIC_MISSING -> "The broker answers, but the inbound topic is missing.";
                    case TOPIC_THERE -> "The inbound topic is there.";
                };
        boolean ready = sight == TopicWatch.Sight.TOPIC_THERE;
        return Publishers.just(
                HealthResult.builder(NAME, ready ? HealthStatus.UP : HealthStatus.DOWN)
                        .details(Map.of("message", words))
                        .build());
    }
}
