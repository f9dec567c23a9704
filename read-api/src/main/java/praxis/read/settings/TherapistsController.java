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
import praxis.schemas.command.StaffCommand.ChangeTherapists;

/** Shows and takes the practice's therapists and what the booking tool calls them. */
@Controller("/api/admin/therapists")
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
class TherapistsController {
    private final SettingsQueries queries;
    private final Commands commands;

    TherapistsController(SettingsQueries queries, Commands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Get
    @Operation(summary = "The practice's therapists", description = "For admins.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TherapistsView.class)))
    HttpResponse<?> therapists(@Parameter(hidden = true) Caller caller) {
        return HttpResponse.ok(all(caller));
    }

    @Put
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says who the practice's therapists are, all of them",
            description =
                    "For admins. Whoever is not among them any more is no therapist of the practice"
                            + " by name; the default therapist must be. A therapist sees patients"
                            + " with an appointment under one of the names.",
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
                            schema = @Schema(implementation = TherapistsView.class),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"version\":3,\"data\":[{\"sub\":\"t1\","
                                                            + "\"display_name\":\"Dr. Eva Muster\","
                                                            + "\"names\":[\"Dr. Muster\"]}]}")))
    @ApiResponse(
            responseCode = "200",
            description = "The therapists as they are now.",
            content = @Content(schema = @Schema(implementation = TherapistsView.class)))
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
        TherapistsView known = all(caller);
        return Preconditions.failed(request, known)
                .orElseGet(
                        () ->
                                switch (new SettingsReading(body).therapists(known.version())) {
                                    case Reading.Refused<ChangeTherapists> refused ->
                                            Problem.badFields(refused.errors());
                                    case Reading.Valid<ChangeTherapists>(
                                                    ChangeTherapists command) ->
                                            commands.order(
                                                    request,
                                                    caller,
                                                    command,
                                                    _ -> therapists(caller));
                                });
    }

    private TherapistsView all(Caller caller) {
        // In this order: should a change come between, the version is the older one, and refused.
        long version = queries.settings(caller).version();
        return new TherapistsView(version, queries.therapists(caller));
    }
}
