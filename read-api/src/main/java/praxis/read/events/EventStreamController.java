package praxis.read.events;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.access.TokenExpiry;
import praxis.read.answers.Ids;
import praxis.read.answers.Problem;
import praxis.read.answers.Problem.BadParameter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Streams the event log to admins as it grows. */
@Controller("/api/admin/webhook-events/stream")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Event log")
class EventStreamController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(30);

    private final EventQueries queries;
    private final EventStreams streams;
    private final Clock clock;

    EventStreamController(EventQueries queries, EventStreams streams, Clock clock) {
        this.queries = queries;
        this.streams = streams;
        this.clock = clock;
    }

    @Get(headRoute = false)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(
            summary = "The event log as it grows, as server-sent events",
            description =
                    "For admins. Each webhook_event is an entry as the list shows it, under its id:"
                            + " whoever comes back with that id as Last-Event-ID hears all that"
                            + " came since. A heartbeat comes every 15 seconds of silence. Ends"
                            + " when the token does.",
            parameters =
                    @Parameter(
                            name = LAST_EVENT_ID,
                            in = ParameterIn.HEADER,
                            description = "Id of the last entry that was heard.",
                            schema = @Schema(type = "string", format = "uuid")))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    id: 2d0f9d1a-7f0b-5b8e-9a6e-5f3f3c1b7a20
                                                    event: webhook_event
                                                    data: {"event_type":"ping"}

                                                    """)))
    @ApiResponse(
            responseCode = "400",
            description = "Last-Event-ID is no entry of the log.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
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
            responseCode = "429",
            description = "Too many listen already.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> stream(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) TokenExpiry expiry) {
        List<String> heard = request.getHeaders().getAll(LAST_EVENT_ID);
        if (heard.isEmpty()) {
            return stream(caller, streams.newest(caller), expiry);
        }
        return Optional.of(heard)
                .filter(ids -> ids.size() == 1)
                .flatMap(ids -> Ids.uuid(ids.getFirst()))
                .flatMap(id -> queries.place(caller, id))
                .<HttpResponse<?>>map(last -> stream(caller, last, expiry))
                .orElseGet(EventStreamController::unknownPlace);
    }

    private HttpResponse<?> stream(Caller caller, long after, TokenExpiry expiry) {
        Duration left = Duration.between(clock.instant(), expiry.at());
        return streams.listen(caller, after, left.isNegative() ? Duration.ZERO : left)
                .<HttpResponse<?>>map(
                        events ->
                                HttpResponse.ok(events)
                                        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE))
                .orElseGet(EventStreamController::tooMany);
    }

    private static MutableHttpResponse<?> unknownPlace() {
        return Problem.badParameters(
                List.of(new BadParameter(LAST_EVENT_ID, "The id of an entry of the log.")));
    }

    private static MutableHttpResponse<?> tooMany() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many listen to this log already. Close a window that shows it.")
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TRY_AGAIN_AFTER.toSeconds()));
    }
}
