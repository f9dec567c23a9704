package praxis.read.events;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Answer;
import praxis.read.answers.Ids;
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.read.commands.Ordered;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.command.StaffCommand.RedriveEvent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/** Has events that failed processed again, for admins. */
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
        description = "Database or broker are away.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
class RedriveController {
    /** Each is an order of its own, and they are waited for together. */
    private static final int MOST_AT_ONCE = 200;

    private final EventQueries queries;
    private final Commands commands;

    RedriveController(EventQueries queries, Commands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Post("/{id}/redrive")
    @Operation(
            summary = "Processes an event again that failed",
            description =
                    "For admins. As of its own receipt: where something changed since and nothing"
                            + " proves the event to be newer, a review asks. The entry keeps its"
                            + " processing_status, and current_status says what became of it.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string", maxLength = 200)))
    @ApiResponse(
            responseCode = "200",
            description = "The event as it is now.",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It did not fail, was processed since, or its payload was erased.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> redrive(
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Ids.uuid(id)
                .flatMap(event -> queries.one(caller, event))
                .<HttpResponse<?>>map(event -> redrive(request, caller, event))
                .orElseGet(Problem::notFound);
    }

    private HttpResponse<?> redrive(HttpRequest<?> request, Caller caller, EventView event) {
        return event.hasFailed()
                ? commands.order(
                        request,
                        caller,
                        new RedriveEvent(event.id()),
                        _ ->
                                queries.one(caller, event.id())
                                        .<HttpResponse<?>>map(HttpResponse::ok)
                                        .orElseGet(Problem::notFound))
                : Problem.of(
                                HttpStatus.CONFLICT,
                                "Only an event of the booking tool that failed, and that the edge"
                                        + " vouched for, can be processed again.")
                        .toResponse();
    }

    @Get("/redrive")
    @Operation(
            summary = "Which events would be processed again",
            description =
                    "For admins. Those that failed, were not processed since and are not erased,"
                            + " the oldest first; at most 200, which is as many as one POST takes.",
            parameters = {
                @Parameter(
                        name = "type",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "patient",
                        in = ParameterIn.QUERY,
                        description = "Our id of a patient, or the booking tool's.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "q",
                        in = ParameterIn.QUERY,
                        description = "Words that occur in type, error, ids, outcome or payload.",
                        schema = @Schema(type = "string", maxLength = 200))
            })
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RedrivePreview.class)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter will not do.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> preview(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return switch (EventFilter.ofFailed(request)) {
            case Reading.Refused<EventFilter> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<EventFilter>(EventFilter filter) ->
                    HttpResponse.ok(
                            RedrivePreview.of(
                                    queries.failed(caller, filter, MOST_AT_ONCE + 1),
                                    MOST_AT_ONCE));
        };
    }

    @Post("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Processes several events again",
            description =
                    "For admins. In the order given, each by itself; 202 where some are still"
                            + " waiting for their turn.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string", maxLength = 200)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RedriveBody.class),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"events\":[\"6fa459ea-ee8a-5ca4-894e"
                                                            + "-db77e160355e\"]}")))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Redriven.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Some are pending.",
            content = @Content(schema = @Schema(implementation = Redriven.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A field will not do.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> redriveAll(
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(members -> redriveAll(request, caller, members))
                .orElseGet(Members::notOneObject);
    }

    private HttpResponse<?> redriveAll(HttpRequest<?> request, Caller caller, Members body) {
        List<UUID> events = body.known("events").uuids("events", MOST_AT_ONCE);
        return switch (body.reading(() -> events)) {
            case Reading.Refused<List<UUID>> refused -> Problem.badFields(refused.errors());
            case Reading.Valid<List<UUID>> _ -> {
                SequencedMap<String, StaffCommand> orders = new LinkedHashMap<>();
                events.forEach(event -> orders.put(event.toString(), new RedriveEvent(event)));
                yield commands.orderAll(
                        request, caller, orders, ordered -> answer(events, ordered));
            }
        };
    }

    private static HttpResponse<?> answer(List<UUID> events, List<Ordered> ordered) {
        Redriven redriven = Redriven.of(events, ordered);
        boolean waits = redriven.data().stream().anyMatch(each -> each.state().equals("pending"));
        return Answer.of(waits ? HttpStatus.ACCEPTED : HttpStatus.OK, redriven);
    }

    /** Only describes: what a body may hold. */
    @Schema(name = "RedriveBody")
    record RedriveBody(List<UUID> events) {}
}
