package praxis.read.events;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Cursors;
import praxis.read.answers.Ids;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;

import java.time.Instant;
import java.util.List;

/** Answers for the event log, to admins. */
@Controller("/api/admin/webhook-events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Event log")
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
        description = "The database is away, or the query took too long.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
class EventsController {
    private final EventQueries queries;
    private final EventSearch search;
    private final Cursors cursors;

    EventsController(EventQueries queries, EventSearch search, Cursors cursors) {
        this.queries = queries;
        this.search = search;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            summary = "The event log, newest first",
            description =
                    "For admins. A payload over 16 KiB is shown by the entry alone. A filter is"
                            + " looked for in a bounded stretch of the log at a time: a page can"
                            + " hold few entries, or none, and still have a next_cursor.",
            parameters = {
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
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "type",
                        in = ParameterIn.QUERY,
                        description = "The event's type, such as appointment.created.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "success",
                                            "duplicate",
                                            "stale",
                                            "needs_review",
                                            "error"
                                        })),
                @Parameter(
                        name = "patient",
                        in = ParameterIn.QUERY,
                        description = "Our id of a patient, or the booking tool's.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "Received at this time or later.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "Received before this time.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "q",
                        in = ParameterIn.QUERY,
                        description = "Words that occur in type, error, ids, outcome or payload.",
                        schema = @Schema(type = "string", maxLength = 200))
            })
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
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
        return switch (EventFilter.read(request, cursors)) {
            case Reading.Refused<EventFilter> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<EventFilter> valid ->
                    HttpResponse.ok(page(search.find(caller, valid.value())));
        };
    }

    private EventPage page(EventSearch.Found found) {
        return new EventPage(
                found.events().stream().map(EventQueries.Listed::event).toList(),
                found.goesOnBefore()
                        .map(offset -> EventFilter.sealedPlace(cursors, offset))
                        .orElse(null),
                found.searchedBackTo().orElse(null));
    }

    @Get("/{id}")
    @Operation(summary = "One entry of the event log", description = "For admins.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> one(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return Ids.uuid(id)
                .flatMap(event -> queries.one(caller, event))
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(Problem::notFound);
    }

    /** Some entries of the log. */
    @Schema(name = "EventPage")
    record EventPage(
            List<EventView> data,
            @Nullable String nextCursor,
            @Schema(
                            description =
                                    "Set where the search stopped before the page was full: what"
                                            + " was received before this was not looked at yet;"
                                            + " next_cursor goes on from there.")
                    @Nullable Instant searchedBackTo) {}
}
