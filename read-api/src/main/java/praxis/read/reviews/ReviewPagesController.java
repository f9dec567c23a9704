package praxis.read.reviews;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Cursors;
import praxis.read.answers.Ids;
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.pages.Pages;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows admins what waits for their decision, and takes it. */
@Controller("/os/admin/reviews")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
class ReviewPagesController {
    private static final String QUEUE = "/os/admin/reviews";
    private static final String PATIENT = "patient_id";

    private final ReviewQueries queries;
    private final ReviewDetails details;
    private final Decisions decisions;
    private final Cursors cursors;
    private final Pages pages;
    private final Clock clock;

    ReviewPagesController(
            ReviewQueries queries,
            ReviewDetails details,
            Decisions decisions,
            Cursors cursors,
            Pages pages,
            Clock clock) {
        this.queries = queries;
        this.details = details;
        this.decisions = decisions;
        this.cursors = cursors;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> queue(HttpRequest<?> request, Caller caller) {
        return switch (ReviewFilter.read(request, cursors)) {
            case Reading.Refused<ReviewFilter> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<ReviewFilter>(ReviewFilter filter) ->
                    pages.show(
                            request,
                            caller,
                            "reviews",
                            Map.of(
                                    "items",
                                    items(caller, filter),
                                    "state",
                                    filter.state(),
                                    "summary",
                                    queries.summary(caller, clock.instant())));
        };
    }

    private List<ListedReviewView> items(Caller caller, ReviewFilter filter) {
        return queries.list(caller, filter, clock.instant()).stream()
                .limit(filter.limit())
                .map(listed -> ListedReviewView.of(listed, clock.instant()))
                .toList();
    }

    @Get("/{id}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> one(@PathVariable String id, HttpRequest<?> request, Caller caller) {
        return show(HttpStatus.OK, id, request, caller);
    }

    private HttpResponse<?> show(
            HttpStatus status, String id, HttpRequest<?> request, Caller caller) {
        return item(caller, id)
                .<HttpResponse<?>>map(
                        item ->
                                pages.show(
                                        status,
                                        request,
                                        caller,
                                        "review",
                                        Map.of(
                                                "item",
                                                details.of(caller, item, clock.instant()),
                                                "status",
                                                status.getCode())))
                .orElseGet(Problem::notFound);
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> decide(
            @PathVariable String id,
            @Body Map<String, String> form,
            HttpRequest<?> request,
            Caller caller) {
        return pages.guarded(
                request,
                form,
                () ->
                        item(caller, id)
                                .<HttpResponse<?>>map(item -> decide(item, form, request, caller))
                                .orElseGet(Problem::notFound));
    }

    /** The next item at once; who came second sees who was first, and what they decided. */
    private HttpResponse<?> decide(
            ReviewRow item, Map<String, String> form, HttpRequest<?> request, Caller caller) {
        Members body = Members.of(json(form)).orElseThrow();
        HttpResponse<?> answer = decisions.decide(request, caller, item, body);
        return switch (answer.status()) {
            case OK, ACCEPTED -> Pages.goTo(QUEUE);
            case CONFLICT, UNPROCESSABLE_ENTITY ->
                    show(answer.status(), item.id().toString(), request, caller);
            default -> answer;
        };
    }

    private static byte[] json(Map<String, String> form) {
        ObjectNode json = StrictJson.object().put("decision", form.getOrDefault("decision", ""));
        for (String name : List.of(PATIENT, "reason")) {
            String text = form.getOrDefault(name, "");
            if (!text.isBlank()) {
                json.put(name, text);
            }
        }
        return StrictJson.write(json).getBytes(StandardCharsets.UTF_8);
    }

    private Optional<ReviewRow> item(Caller caller, String id) {
        return Ids.uuid(id).flatMap(review -> queries.one(caller, review));
    }
}
