package praxis.read;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;

import jakarta.inject.Singleton;

import praxis.read.access.TokenCheck;
import praxis.read.access.TokenVerifier;
import praxis.read.answers.Cursors;
import praxis.read.appointments.DayQueries;
import praxis.read.database.CallerQueries;
import praxis.read.pages.OpenIdProvider;
import praxis.read.pages.PageQueries;
import praxis.read.pages.Pages;
import praxis.read.pages.Session;
import praxis.read.pages.SignIn;

import java.time.Clock;

/** Puts together what only pages need. */
@Factory
final class PageWiring {
    @Singleton
    Session session(ReadConfig config) {
        return new Session(
                config.mainKey(), config.signIn().filter(OpenIdProvider::isSecure).isPresent());
    }

    @Singleton
    TokenReader<HttpRequest<?>> sessionTokens(Session session) {
        return session::findToken;
    }

    @Singleton
    @Bean(preDestroy = "close")
    SignIn signIn(ReadConfig config, Cursors cursors, TokenVerifier verifier, Clock clock) {
        return new SignIn(config.signIn(), cursors, new TokenCheck(verifier), clock);
    }

    @Singleton
    Pages pages(CallerQueries database, Session session, Clock clock) {
        return new Pages(new PageQueries(database), session, clock);
    }

    @Singleton
    DayQueries days(CallerQueries database) {
        return new DayQueries(database);
    }
}
