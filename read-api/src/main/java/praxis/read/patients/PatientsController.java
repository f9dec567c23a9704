package praxis.read.patients;

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
import praxis.read.answers.Page;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;

import java.util.List;

/** Answers for patients, to staff. */
@Controller("/api/patients")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.Names.ADMIN, Role.Names.THERAPIST})
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
        description = "The database is away, or the query took too long.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
class PatientsController {
    private final PatientQueries queries;
    private final Cursors cursors;

    PatientsController(PatientQueries queries, Cursors cursors) {
        this.queries = queries;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            summary = "The patients that the caller sees, by name",
            description = "For staff; those without a name come first.",
            parameters = {
                @Parameter(
                        name = "q",
                        in = ParameterIn.QUERY,
                        description = "Words that occur in name, e-mail address or booking id.",
                        schema = @Schema(type = "string", maxLength = 200)),
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
            content = @Content(schema = @Schema(implementation = PatientPage.class)))
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
        return switch (PatientFilter.read(request, cursors)) {
            case Reading.Refused<PatientFilter> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<PatientFilter> valid ->
                    HttpResponse.ok(
                            Page.of(
                                    queries.sorted(caller, valid.value()),
                                    valid.value().limit(),
                                    PatientQueries.Listed::patient,
                                    last -> last.place().sealed(cursors)));
        };
    }

    @Get("/{id}")
    @Operation(summary = "One patient", description = "For staff.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PatientDetailView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> one(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return Ids.uuid(id)
                .flatMap(patient -> queries.one(caller, patient))
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(Problem::notFound);
    }

    /** Only describes: the type of a page in the API's document. */
    @Schema(name = "PatientPage")
    record PatientPage(List<PatientView> data, @Nullable String nextCursor) {}
}
