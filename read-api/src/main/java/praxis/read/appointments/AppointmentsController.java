package praxis.read.appointments;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Ids;
import praxis.read.answers.Problem;

import java.time.Clock;

/** Answers for a patient's appointments. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Appointments")
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
class AppointmentsController {
    private final AppointmentQueries queries;
    private final Clock clock;

    AppointmentsController(AppointmentQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Get("/patients/{id}/appointments")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(
            summary = "One patient's appointments",
            description = "For admins, the patient's therapists and the patient.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AppointmentsView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> ofPatient(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return Ids.uuid(id)
                .flatMap(patient -> queries.ofPatient(caller, patient))
                .<HttpResponse<?>>map(found -> HttpResponse.ok(found.asOf(clock.instant())))
                .orElseGet(Problem::notFound);
    }

    @Get("/me/appointments")
    @Secured(Role.Names.PATIENT)
    @Operation(summary = "The caller's own appointments", description = "For patients.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AppointmentsView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> mine(@Parameter(hidden = true) Caller caller) {
        return queries.ofLogin(caller, caller.subject())
                .<HttpResponse<?>>map(found -> HttpResponse.ok(found.asOf(clock.instant())))
                .orElseGet(AppointmentsController::loginWithoutPatient);
    }

    private static HttpResponse<?> loginWithoutPatient() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "Your login is not connected with a patient of the practice yet; the"
                                + " practice can do that.")
                .toResponse();
    }
}
