package praxis.read.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
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
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.schemas.command.StaffCommand.ChangeSettings;

import java.time.Clock;

/** Shows and takes what admins choose for their practice. */
@Controller("/api/admin/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Settings")
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
class SettingsController {
    private final SettingsQueries queries;
    private final Commands commands;
    private final Clock clock;

    SettingsController(SettingsQueries queries, Commands commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    @Get
    @Operation(summary = "The practice's settings", description = "For admins.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    HttpResponse<?> settings(@Parameter(hidden = true) Caller caller) {
        return HttpResponse.ok(queries.settings(caller));
    }

    @Put
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes the practice's settings",
            description =
                    "For admins. What is absent stays. The order carries the version it is based on"
                            + " (version in the body, else the one at hand), and is refused where"
                            + " somebody was first. Another time_policy moves appointments that lie"
                            + " ahead, in the same step: see times-in-doubt first.",
            parameters = {
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        description = "The ETag under which they were read.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        schema = @Schema(type = "string", maxLength = 200))
            })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingsView.class),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"version\":3,\"default_therapist_id\":\"t1\","
                                                        + "\"booking_tool_url\":"
                                                        + "\"https://termine.example.org/buchen\"}")))
    @ApiResponse(
            responseCode = "200",
            description = "The settings as they are now.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Somebody else changed them meanwhile.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "They are not as they were when they were read.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A field will not do.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> change(
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(members -> change(request, caller, members))
                .orElseGet(Members::notOneObject);
    }

    private HttpResponse<?> change(HttpRequest<?> request, Caller caller, Members body) {
        SettingsView known = queries.settings(caller);
        return Preconditions.failed(request, known)
                .orElseGet(
                        () ->
                                switch (new SettingsReading(body).settings(known)) {
                                    case Reading.Refused<ChangeSettings> refused ->
                                            Problem.badFields(refused.errors());
                                    case Reading.Valid<ChangeSettings>(ChangeSettings command) ->
                                            commands.order(
                                                    request,
                                                    caller,
                                                    command,
                                                    _ -> settings(caller));
                                });
    }

    @Get("/times-in-doubt")
    @Operation(
            summary = "What another time policy would move",
            description =
                    "For admins: how many appointments that lie ahead would get another time if"
                            + " time_policy were the other one.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TimesInDoubtView.class)))
    HttpResponse<?> timesInDoubt(@Parameter(hidden = true) Caller caller) {
        return HttpResponse.ok(
                new TimesInDoubtView(
                        queries.settings(caller).timePolicy(),
                        queries.timesInDoubt(caller, clock.instant())));
    }
}
