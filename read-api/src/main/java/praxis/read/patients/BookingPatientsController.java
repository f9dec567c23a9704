package praxis.read.patients;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Cursors;
import praxis.read.answers.Page;
import praxis.read.answers.Parameters;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.schemas.command.StaffCommand.RestoreBookingPatient;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.json.JsonbFitness;

import java.util.List;

/** Shows admins whom of the booking tool's nobody listens to any more, and takes that back. */
@Controller("/api/admin/booking-patients")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Booking links")
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
class BookingPatientsController {
    private static final String LIST = "booking-patients";
    private static final int LONGEST_ID = 200;

    private final LinkQueries links;
    private final Commands commands;
    private final Cursors cursors;

    BookingPatientsController(LinkQueries links, Commands commands, Cursors cursors) {
        this.links = links;
        this.commands = commands;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            summary = "The booking tool's patients that were dismissed or deleted",
            description = "For admins. What the tool says of them is logged, and not applied.",
            parameters = {
                @Parameter(
                        name = "standing",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"ignored"},
                                        defaultValue = "ignored")),
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
            content = @Content(schema = @Schema(implementation = BookingPatientPage.class)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter will not do.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> ignored(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(request, "standing", "limit", "cursor");
        parameters.oneOf("standing", List.of("ignored"));
        int limit = parameters.limit();
        String after = parameters.cursor(cursors, LIST).map(List::getFirst).orElse("");
        return switch (parameters.reading(() -> after)) {
            case Reading.Refused<String> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<String> _ ->
                    HttpResponse.ok(
                            Page.of(
                                    links.ignored(caller, after, limit),
                                    limit,
                                    each -> each,
                                    last -> cursors.seal(LIST, List.of(last.bookingPatientId()))));
        };
    }

    @Post("/{id}/restore")
    @Operation(
            summary = "Listens to a booking patient again",
            description =
                    "For admins. From the next event on, it is matched as a newcomer would be.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string", maxLength = 200)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BookingPatientView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> restore(
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return isUsable(id)
                ? commands.order(
                        request,
                        caller,
                        new RestoreBookingPatient(new BookingPatientId(id)),
                        _ -> now(caller, id))
                : Problem.notFound();
    }

    /** Any other could not stand on the log, so the tool has none either. */
    private static boolean isUsable(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID && JsonbFitness.isStorable(id);
    }

    private HttpResponse<?> now(Caller caller, String id) {
        return links.one(caller, id)
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(Problem::notFound);
    }

    /** Only describes: the type of a page in the API's document. */
    @Schema(name = "BookingPatientPage")
    record BookingPatientPage(List<BookingPatientView> data, @Nullable String nextCursor) {}
}
