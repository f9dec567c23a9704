package praxis.read;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.token.validator.TokenValidator;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import praxis.read.access.BearerTokenValidator;
import praxis.read.access.CallerBinder;
import praxis.read.access.TokenExpiryBinder;
import praxis.read.access.TokenTrust;
import praxis.read.access.TokenVerifier;
import praxis.read.answers.Cursors;
import praxis.read.appointments.AppointmentQueries;
import praxis.read.calendar.CalendarQueries;
import praxis.read.calendar.FeedGate;
import praxis.read.calendar.FeedTokens;
import praxis.read.commands.CommandLog;
import praxis.read.commands.CommandQueries;
import praxis.read.commands.CommandSealing;
import praxis.read.commands.Commands;
import praxis.read.commands.FateFinder;
import praxis.read.commands.ProgressQueries;
import praxis.read.commands.ProgressWatch;
import praxis.read.database.CallerQueries;
import praxis.read.database.DatabasePool;
import praxis.read.database.DatabaseReadiness;
import praxis.read.events.EventQueries;
import praxis.read.events.EventSearch;
import praxis.read.events.EventStreams;
import praxis.read.guard.ConnectionLimits;
import praxis.read.guard.GuardCustomizer;
import praxis.read.integration.IntegrationQueries;
import praxis.read.integration.WebhookAddress;
import praxis.read.patients.LinkQueries;
import praxis.read.patients.PatientQueries;
import praxis.read.reviews.Decisions;
import praxis.read.reviews.EvidenceQueries;
import praxis.read.reviews.ReviewDetails;
import praxis.read.reviews.ReviewQueries;
import praxis.read.settings.SettingsQueries;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * Puts the parts together; the framework finds only controllers and answers to errors by itself.
 */
@Factory
final class ReadWiring {
    private static final int KIB = 1024;

    /** A patience below the promised ten seconds, for requests and for answers that lie there. */
    private static final ConnectionLimits CONNECTION_LIMITS =
            new ConnectionLimits(
                    Duration.ofSeconds(8), 512 * KIB, Duration.ofSeconds(8), 32 * KIB, 2_000);

    @Singleton
    @Bean(preDestroy = "close")
    HikariDataSource pool(ReadConfig config) {
        return DatabasePool.open(config.database());
    }

    @Singleton
    Jdbi jdbi(HikariDataSource pool) {
        return DatabasePool.jdbi(pool);
    }

    @Singleton
    CallerQueries database(Jdbi jdbi) {
        return new CallerQueries(jdbi);
    }

    @Singleton
    AppointmentQueries appointments(CallerQueries database) {
        return new AppointmentQueries(database);
    }

    @Singleton
    PatientQueries patients(CallerQueries database) {
        return new PatientQueries(database);
    }

    @Singleton
    EventQueries events(CallerQueries database) {
        return new EventQueries(database);
    }

    @Singleton
    EventSearch eventSearch(EventQueries events, Clock clock) {
        return new EventSearch(events, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    EventStreams eventStreams(EventQueries events, Jdbi jdbi) {
        return new EventStreams(events, new ProgressQueries(jdbi)::nextOffsets);
    }

    @Singleton
    TokenExpiryBinder tokenExpiryBinder() {
        return new TokenExpiryBinder();
    }

    @Singleton
    Cursors cursors(ReadConfig config) {
        return new Cursors(config.mainKey());
    }

    @Singleton
    ReviewQueries reviews(CallerQueries database) {
        return new ReviewQueries(database);
    }

    @Singleton
    ReviewDetails reviewDetails(CallerQueries database) {
        return new ReviewDetails(new EvidenceQueries(database));
    }

    @Singleton
    Decisions decisions(
            ReviewQueries queries, ReviewDetails details, Commands commands, Clock clock) {
        return new Decisions(queries, details, commands, clock);
    }

    @Singleton
    LinkQueries links(CallerQueries database) {
        return new LinkQueries(database);
    }

    @Singleton
    SettingsQueries settings(CallerQueries database) {
        return new SettingsQueries(database);
    }

    @Singleton
    IntegrationQueries integration(CallerQueries database) {
        return new IntegrationQueries(database);
    }

    @Singleton
    WebhookAddress webhooks(ReadConfig config) {
        return config.webhooks();
    }

    @Singleton
    CommandQueries commandQueries(CallerQueries database) {
        return new CommandQueries(database);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ProgressWatch progress(Jdbi jdbi) {
        return new ProgressWatch(new ProgressQueries(jdbi));
    }

    @Singleton
    @Bean(preDestroy = "close")
    CommandLog commandLog(ReadConfig config) {
        return new CommandLog(config.kafkaBootstrap());
    }

    @Singleton
    FateFinder fates(CommandQueries commands, ProgressWatch progress) {
        return new FateFinder(commands, progress);
    }

    @Singleton
    Commands commands(
            ReadConfig config,
            Clock clock,
            CommandLog log,
            FateFinder fates,
            Cursors cursors,
            MeterRegistry metrics) {
        return new Commands(
                new CommandSealing(config.commandKey(), clock), log, fates, cursors, metrics);
    }

    @Singleton
    CalendarQueries calendars(CallerQueries database, Jdbi jdbi) {
        return new CalendarQueries(database, jdbi);
    }

    @Singleton
    FeedTokens feedTokens(ReadConfig config) {
        return new FeedTokens(config.mainKey());
    }

    @Singleton
    FeedGate feedGate(Clock clock) {
        return new FeedGate(clock);
    }

    @Singleton
    CallerBinder callerBinder() {
        return new CallerBinder();
    }

    @Singleton
    TokenVerifier tokenVerifier(ReadConfig config, Clock clock) {
        return new TokenVerifier(config.tokens(), clock);
    }

    @Singleton
    TokenValidator<HttpRequest<?>> tokens(
            ReadConfig config,
            TokenVerifier verifier,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        return new BearerTokenValidator(verifier, scheduler(config.tokens(), blocking));
    }

    @Singleton
    @Readiness
    DatabaseReadiness readiness(
            HikariDataSource pool, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        return new DatabaseReadiness(pool, Schedulers.fromExecutorService(blocking));
    }

    @Singleton
    GuardCustomizer guard(MeterRegistry registry) {
        return new GuardCustomizer(
                CONNECTION_LIMITS,
                why ->
                        registry.counter("read.connections.cut.off", "reason", why.tag())
                                .increment());
    }

    /** A secret is at hand; published keys may have to be fetched first. */
    private static Scheduler scheduler(TokenTrust trust, ExecutorService blocking) {
        return switch (trust.keys()) {
            case TokenTrust.SharedSecret secret -> Schedulers.immediate();
            case TokenTrust.PublishedKeys published -> Schedulers.fromExecutorService(blocking);
        };
    }
}
