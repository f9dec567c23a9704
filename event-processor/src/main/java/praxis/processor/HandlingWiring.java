package praxis.processor;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.Database;
import praxis.processor.apply.InstallationStore;
import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.apply.JdbiOutbox;
import praxis.processor.apply.Outbox;
import praxis.processor.apply.ReviewBacklog;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.InboundHandler;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.publish.OutboxPublication;
import praxis.processor.start.DatabaseMemory;
import praxis.processor.start.Installation;
import praxis.processor.watch.RecordCounters;
import praxis.processor.watch.ReviewGauges;
import praxis.schemas.command.CommandSeal;

import java.time.InstantSource;
import java.util.Optional;

/** The second half of the table of contents: the database, and what handles records. */
@Configuration(proxyBeanMethods = false)
class HandlingWiring {
    @Bean
    Database database(ProcessorConfig config) {
        ProcessorConfig.Database known = config.database();
        return Database.at(known.url(), known.processor().user(), known.processor().password());
    }

    @Bean
    BookingStore store(Database database) {
        return new JdbiBookingStore(database.jdbi());
    }

    @Bean
    Installation.Memory memory(Database database) {
        return new DatabaseMemory(new InstallationStore(database.jdbi()));
    }

    @Bean
    ReviewGauges reviewGauges(Database database, MeterRegistry registry, InstantSource clock) {
        return new ReviewGauges(new ReviewBacklog(database.jdbi())::read, registry, clock);
    }

    @Bean
    Outbox storedOutbox(Database database) {
        return new JdbiOutbox(database.jdbi());
    }

    @Bean
    InboundHandler handler(
            ProcessorConfig config,
            BookingStore store,
            RecordCounters counters,
            OutboxPublication publication) {
        IdentityDigests digests = new IdentityDigests(config.keys().main().toArray());
        Optional<CommandSeal> seal =
                config.keys().command().map(key -> new CommandSeal(key.toArray()));
        return new BatchHandler(
                store,
                new RecordDecoder(digests, seal),
                row -> {
                    counters.count(row.entry());
                    if (!row.announcements().isEmpty()) {
                        publication.call(row.partition());
                    }
                });
    }
}
