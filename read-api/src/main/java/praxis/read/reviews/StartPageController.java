package praxis.read.reviews;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.pages.Pages;

import java.time.Clock;
import java.util.Map;

/** Leads everybody to where their role begins; admins to what waits for them. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class StartPageController {
    private final ReviewQueries queries;
    private final Pages pages;
    private final Clock clock;

    StartPageController(ReviewQueries queries, Pages pages, Clock clock) {
        this.queries = queries;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> root(Caller caller) {
        return Pages.goTo(Pages.start(caller.role()));
    }

    @Get("/os/start")
    @Secured(Role.Names.ADMIN)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> start(HttpRequest<?> request, Caller caller) {
        return pages.show(
                request,
                caller,
                "start",
                Map.of("summary", queries.summary(caller, clock.instant())));
    }
}
