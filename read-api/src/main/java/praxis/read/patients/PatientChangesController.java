package praxis.read.patients;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
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
import praxis.read.answers.Answer;
import praxis.read.answers.EntityTag;
import praxis.read.answers.Ids;
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.read.commands.Entry;
import praxis.schemas.command.StaffCommand.ChangePatient;
import praxis.schemas.command.StaffCommand.CreatePatient;

import java.util.List;

/** Takes from staff patients who did not come from the booking tool, and what changes of any. */
@Controller("/api/patients")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.Names.ADMIN, Role.Names.THERAPIST})
@Tag(name = "Patients")
@ApiResponse(
        responseCode = "202",
        description = "Recorded; not carried out yet.",
        headers = @Header(name = "Location", description = "Where to ask what became of it."))
@ApiResponse(
        responseCode = "400",
        description = "The body is not one JSON object.",
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
        responseCode = "422",
        description = "A field will not do.",
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
class PatientChangesController {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final PatientQueries queries;
    private final Commands commands;

    PatientChangesController(PatientQueries queries, Commands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A patient who did not come from the booking tool",
            description =
                    "For staff. A name is required. A therapist's new patient is that therapist's.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            description = "Makes repetitions of this request one patient.",
                            schema = @Schema(type = "string", maxLength = 200)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PatientBody.class),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"first_name\":\"Anna\","
                                                            + "\"last_name\":\"Beispiel\","
                                                            + "\"date_of_birth\":\"1984-05-17\"}")))
    @ApiResponse(
            responseCode = "201",
            headers = @Header(name = "Location", description = "The new patient."),
            content = @Content(schema = @Schema(implementation = PatientDetailView.class)))
    HttpResponse<?> create(
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(members -> create(request, caller, members))
                .orElseGet(Members::notOneObject);
    }

    private HttpResponse<?> create(HttpRequest<?> request, Caller caller, Members body) {
        PatientReading reading = new PatientReading(body, caller);
        if (reading.givesToSomebodyElse()) {
            return PatientReading.onlyAdminsMove();
        }
        return switch (reading.newPatient()) {
            case Reading.Refused<CreatePatient> refused -> Problem.badFields(refused.errors());
            case Reading.Valid<CreatePatient>(CreatePatient command) ->
                    commands.order(request, caller, command, entry -> created(caller, entry));
        };
    }

    private HttpResponse<?> created(Caller caller, Entry entry) {
        return entry.patient()
                .flatMap(id -> queries.one(caller, id))
                .<HttpResponse<?>>map(
                        patient ->
                                Answer.of(HttpStatus.CREATED, patient)
                                        .header(
                                                HttpHeaders.LOCATION,
                                                "/api/patients/" + patient.id()))
                .orElseGet(Problem::notFound);
    }

    @Patch("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Changes what is known of a patient",
            description =
                    "For staff, as a JSON merge patch (RFC 7396): what is absent stays, null"
                            + " clears. Whose patient it is (therapist_id), only admins say.",
            parameters = {
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        description =
                                "The ETag under which the patient was read. Compared when the"
                                        + " request comes, weakly.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        description = "Makes repetitions of this request one.",
                        schema = @Schema(type = "string", maxLength = 200))
            })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = PatientBody.class),
                            examples = @ExampleObject(value = "{\"phone\":null}")))
    @ApiResponse(
            responseCode = "200",
            description = "The patient as it is now.",
            content = @Content(schema = @Schema(implementation = PatientDetailView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "It is not as it was when it was read.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> change(
            @PathVariable String id,
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(
                        members ->
                                Ids.uuid(id)
                                        .flatMap(patient -> queries.one(caller, patient))
                                        .<HttpResponse<?>>map(
                                                known -> change(request, caller, known, members))
                                        .orElseGet(Problem::notFound))
                .orElseGet(Members::notOneObject);
    }

    private HttpResponse<?> change(
            HttpRequest<?> request, Caller caller, PatientDetailView known, Members body) {
        PatientReading reading = new PatientReading(body, caller);
        List<String> expected = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
        if (!expected.isEmpty() && !EntityTag.ofAnswer(known).isAmong(expected)) {
            return Problem.of(
                            HttpStatus.PRECONDITION_FAILED,
                            "The patient has been changed since; read it again.")
                    .toResponse();
        }
        if (reading.movesPatient()) {
            return PatientReading.onlyAdminsMove();
        }
        if (body.isEmpty()) {
            return HttpResponse.ok(known);
        }
        return switch (reading.change(known.id())) {
            case Reading.Refused<ChangePatient> refused -> Problem.badFields(refused.errors());
            case Reading.Valid<ChangePatient>(ChangePatient command) ->
                    commands.order(request, caller, command, _ -> now(caller, known));
        };
    }

    private HttpResponse<?> now(Caller caller, PatientDetailView known) {
        return queries.one(caller, known.id())
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(Problem::notFound);
    }
}
