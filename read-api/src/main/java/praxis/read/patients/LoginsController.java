package praxis.read.patients;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
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
import praxis.read.answers.Ids;
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.schemas.command.StaffCommand.ConnectLogin;

import java.util.Optional;
import java.util.UUID;

/** Takes from admins which login is which patient. */
@Controller("/api/admin/patients/{id}/user")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Patients")
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
@ApiResponse(
        responseCode = "404",
        description = "No such patient.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "409",
        description = "The login is connected with another patient.",
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
class LoginsController {
    private static final String USER = "user_id";
    private static final int LONGEST_LOGIN = 200;

    private final PatientQueries patients;
    private final Commands commands;

    LoginsController(PatientQueries patients, Commands commands) {
        this.patients = patients;
        this.commands = commands;
    }

    @Put
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says which login is this patient",
            description =
                    "For admins. The login is the sub of the patient's tokens; null takes it away."
                            + " Never guessed by e-mail address.",
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
                            schema = @Schema(implementation = LoginBody.class),
                            examples = @ExampleObject(value = "{\"user_id\":\"u-17\"}")))
    @ApiResponse(
            responseCode = "200",
            description = "The patient as it is now.",
            content = @Content(schema = @Schema(implementation = PatientDetailView.class)))
    HttpResponse<?> connect(
            @PathVariable String id,
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(
                        members ->
                                Ids.uuid(id)
                                        .flatMap(patient -> patients.one(caller, patient))
                                        .<HttpResponse<?>>map(
                                                known ->
                                                        connect(
                                                                request,
                                                                caller,
                                                                known.id(),
                                                                members))
                                        .orElseGet(Problem::notFound))
                .orElseGet(Members::notOneObject);
    }

    private HttpResponse<?> connect(
            HttpRequest<?> request, Caller caller, UUID patient, Members body) {
        body.known(USER);
        Optional<String> login = body.text(USER, LONGEST_LOGIN);
        if (!body.has(USER)) {
            body.refuse(USER, "Required; null for none.");
        }
        return switch (body.reading(() -> new ConnectLogin(patient, login))) {
            case Reading.Refused<ConnectLogin> refused -> Problem.badFields(refused.errors());
            case Reading.Valid<ConnectLogin>(ConnectLogin command) ->
                    commands.order(request, caller, command, _ -> now(caller, patient));
        };
    }

    private HttpResponse<?> now(Caller caller, UUID id) {
        return patients.one(caller, id)
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(Problem::notFound);
    }

    /** Only describes: which login. */
    @Schema(name = "LoginInput")
    record LoginBody(@Schema(maxLength = LONGEST_LOGIN) @Nullable String userId) {}
}
