package praxis.read.appointments;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.pages.Pages;

import java.time.Clock;
import java.util.Map;

/** Shows patients their own appointments. */
@Controller("/app")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.PATIENT)
class AppPageController {
    private final AppointmentQueries queries;
    private final Pages pages;
    private final Clock clock;

    AppPageController(AppointmentQueries queries, Pages pages, Clock clock) {
        this.queries = queries;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> mine(HttpRequest<?> request, Caller caller) {
        return queries.ofLogin(caller, caller.subject())
                .<HttpResponse<?>>map(
                        found ->
                                pages.show(
                                        request,
                                        caller,
                                        "app",
                                        AppointmentList.model(found, clock.instant())))
                .orElseGet(() -> pages.show(request, caller, "app-unknown", Map.of()));
    }
}
