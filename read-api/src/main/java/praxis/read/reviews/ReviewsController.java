package praxis.read.reviews;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Cursors;
import praxis.read.answers.Ids;
import praxis.read.answers.Members;
import praxis.read.answers.Page;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.reviews.ListedReviewView.ReviewPage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Answers for the review queue, to admins, and takes their decisions. */
@Controller("/api/admin/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Reviews")
@ApiResponse(
        responseCode = "401",
        description = "No valid token.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "The role may not do this.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "Database or broker are away, or the query took too long.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
class ReviewsController {
    private final ReviewQueries queries;
    private final ReviewDetails details;
    private final Decisions decisions;
    private final Cursors cursors;
    private final Clock clock;

    ReviewsController(
            ReviewQueries queries,
            ReviewDetails details,
            Decisions decisions,
            Cursors cursors,
            Clock clock) {
        this.queries = queries;
        this.details = details;
        this.decisions = decisions;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Get
    @Operation(
            summary = "The review queue",
            description =
                    "For admins. Undecided items stand in the order of sort; decided and closed"
                            + " ones newest first.",
            parameters = {
                @Parameter(
                        name = "state",
                        in = ParameterIn.QUERY,
                        description =
                                "open: to be decided now; postponed: put off; decided: by a person;"
                                        + " closed: all that is over.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "open",
                                            "postponed",
                                            "decided",
                                            "closed"
                                        },
                                        defaultValue = "open")),
                @Parameter(
                        name = "kind",
                        in = ParameterIn.QUERY,
                        schema = @Schema(implementation = ReviewKind.class)),
                @Parameter(
                        name = "due",
                        in = ParameterIn.QUERY,
                        description =
                                "all: also open items that need not be asked about yet, such as an"
                                        + " appointment that came an hour ago or less, ahead of"
                                        + " its patient.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"true", "all"},
                                        defaultValue = "true")),
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description = "Of undecided items; a tie goes to the older one.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "next_appointment",
                                            "age",
                                            "score",
                                            "kind"
                                        },
                                        defaultValue = "next_appointment")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "integer",
                                        minimum = "1",
                                        maximum = "200",
                                        defaultValue = "50")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "next_cursor of the page before.",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReviewPage.class)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter will not do.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> list(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return switch (ReviewFilter.read(request, cursors)) {
            case Reading.Refused<ReviewFilter> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<ReviewFilter>(ReviewFilter filter) ->
                    HttpResponse.ok(page(caller, filter, clock.instant()));
        };
    }

    private ReviewPage page(Caller caller, ReviewFilter filter, Instant now) {
        Page<ListedReviewView> page =
                Page.of(
                        queries.list(caller, filter, now),
                        filter.limit(),
                        listed -> ListedReviewView.of(listed, now),
                        last -> filter.sealed(cursors, last.place()));
        return new ReviewPage(page.data(), page.nextCursor(), queries.summary(caller, now));
    }

    @Get("/{id}")
    @Operation(
            summary = "One review item, with all that speaks for one answer or the other",
            description = "For admins.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> one(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return item(caller, id)
                .<HttpResponse<?>>map(
                        item -> HttpResponse.ok(details.of(caller, item, clock.instant())))
                .orElseGet(Problem::notFound);
    }

    @Post("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decides a review item",
            description =
                    "For admins. The first decision counts. Which ones an item takes stands in its"
                            + " possible_decisions; keep_apart is another word for create.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            description = "Makes repetitions of this request one.",
                            schema = @Schema(type = "string", maxLength = 200)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionBody.class),
                            examples = {
                                @ExampleObject(
                                        name = "link",
                                        value =
                                                "{\"decision\":\"link\",\"patient_id\":"
                                                    + "\"6fa459ea-ee8a-3ca4-894e-db77e160355e\",\"reason\":\"asked"
                                                    + " by telephone\"}"),
                                @ExampleObject(
                                        name = "create",
                                        value =
                                                "{\"decision\":\"create\",\"patient\":"
                                                        + "{\"first_name\":\"Anna\","
                                                        + "\"last_name\":\"Beispiel\"}}"),
                                @ExampleObject(
                                        name = "postpone",
                                        value =
                                                "{\"decision\":\"postpone\","
                                                        + "\"until\":\"2027-01-07T08:00:00Z\"}")
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The item as it is now.",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Recorded; not carried out yet.",
            headers = @Header(name = "Location", description = "Where to ask what became of it."))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Somebody, or a later event, was first.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = SettledProblem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A field will not do, or not with this decision.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> decide(
            @PathVariable String id,
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(
                        members ->
                                item(caller, id)
                                        .<HttpResponse<?>>map(
                                                item ->
                                                        decisions.decide(
                                                                request, caller, item, members))
                                        .orElseGet(Problem::notFound))
                .orElseGet(Members::notOneObject);
    }

    private Optional<ReviewRow> item(Caller caller, String id) {
        return Ids.uuid(id).flatMap(review -> queries.one(caller, review));
    }
}
