package praxis.read.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

import java.time.Duration;
import java.util.Map;

/** Signs people in and out, and remembers their language. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class SignInController {
    private static final String MEMORY = "praxis_sign_in";
    private static final Duration YEAR = Duration.ofDays(365);

    private final SignIn signIn;
    private final Session session;
    private final Pages pages;

    SignInController(SignIn signIn, Session session, Pages pages) {
        this.signIn = signIn;
        this.session = session;
        this.pages = pages;
    }

    @Get("/sign-in")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> page(
            @QueryValue(defaultValue = "/") String to,
            @QueryValue(defaultValue = "") String said,
            HttpRequest<?> request) {
        return pages.showAnybody(
                HttpStatus.OK,
                request,
                "sign-in",
                Map.of(
                        "to",
                        PagePaths.ownOrStart(to),
                        "said",
                        said.equals("failed") || said.equals("out") ? said : "",
                        "possible",
                        signIn.isPossible()));
    }

    @Get("/sign-in/start")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> start(@QueryValue(defaultValue = "/") String to) {
        return signIn.start(PagePaths.ownOrStart(to))
                .<HttpResponse<?>>map(
                        way ->
                                HttpResponse.seeOther(way.there())
                                        .cookie(
                                                session.cookie(
                                                        MEMORY, way.memory(), SignIn.PATIENCE)))
                .orElseGet(() -> Pages.goTo("/sign-in"));
    }

    @Get("/sign-in/done")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> done(
            @QueryValue(defaultValue = "") String code,
            @QueryValue(defaultValue = "") String state,
            HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(MEMORY)
                .map(Cookie::getValue)
                .flatMap(memory -> signIn.end(memory, state, code))
                .<HttpResponse<?>>map(
                        in ->
                                Pages.goTo(in.goOn())
                                        .cookie(
                                                session.cookie(
                                                        Session.COOKIE, in.token(), in.lifetime()))
                                        .cookie(session.cookie(MEMORY, "", Duration.ZERO)))
                .orElseGet(() -> Pages.goTo("/sign-in?said=failed"));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> out(@Body Map<String, String> form, HttpRequest<?> request) {
        return pages.guarded(
                request,
                form,
                () ->
                        Pages.goTo("/sign-in?said=out")
                                .cookie(session.cookie(Session.COOKIE, "", Duration.ZERO)));
    }

    @Get("/language/{code}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> language(@PathVariable String code, @QueryValue(defaultValue = "/") String to) {
        return Language.named(code)
                .<HttpResponse<?>>map(
                        known ->
                                Pages.goTo(
                                                to.startsWith("/sign-in")
                                                        ? "/sign-in"
                                                        : PagePaths.ownOrStart(to))
                                        .cookie(session.cookie(Language.COOKIE, code, YEAR)))
                .orElseGet(() -> Pages.goTo("/"));
    }
}
