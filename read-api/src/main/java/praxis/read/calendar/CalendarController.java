package praxis.read.calendar;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import praxis.read.access.Caller;
import praxis.read.answers.Answer;
import praxis.read.answers.Ids;
import praxis.read.answers.Problem;
import praxis.read.commands.Commands;
import praxis.schemas.command.StaffCommand.IssueCalendarFeed;
import praxis.schemas.command.StaffCommand.RevokeCalendarFeed;

import java.util.Optional;
import java.util.UUID;

/** A patient's appointments as a calendar file, and who may subscribe to them. */
@Controller("/api/patients/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Calendar")
@ApiResponse(
        responseCode = "401",
        description = "No valid token.",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "Not there, or not for the caller.",
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
class CalendarController {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final CalendarQueries queries;
    private final FeedTokens tokens;
    private final Commands commands;

    CalendarController(CalendarQueries queries, FeedTokens tokens, Commands commands) {
        this.queries = queries;
        this.tokens = tokens;
        this.commands = commands;
    }

    @Get("/appointments.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @Operation(
            summary = "One patient's appointments as iCalendar",
            description =
                    "For admins, the patient's therapists and the patient. What is cancelled is"
                            + " there as STATUS:CANCELLED; SEQUENCE rises when an appointment is"
                            + " changed.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = CalendarFile.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(value = CalendarFile.EXAMPLE)))
    HttpResponse<?> download(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return calendar(caller, id)
                .<HttpResponse<?>>map(
                        calendar ->
                                CalendarFile.of(calendar)
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"termine.ics\""))
                .orElseGet(Problem::notFound);
    }

    @Post("/calendar-feed")
    @Operation(
            summary = "Makes an address by which a calendar can subscribe to the appointments",
            description =
                    "For admins, the patient's therapists and the patient. The address is shown in"
                            + " this answer alone, works without a login, and takes the place of"
                            + " any before. Repeated with the same Idempotency-Key, the answer is"
                            + " the same; after a 202, that is how to get the address.",
            parameters =
                    @Parameter(
                            name = IDEMPOTENCY_KEY,
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string", maxLength = 200)))
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedView.class),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"path\":\"/api/calendar-feeds/"
                                                            + "Xy3…Zk8.ics\"}")))
    HttpResponse<?> issue(
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return known(caller, id)
                .<HttpResponse<?>>map(
                        patient ->
                                commands.order(
                                        request, caller, key -> issuing(caller, patient, key)))
                .orElseGet(Problem::notFound);
    }

    private Commands.Order issuing(Caller caller, UUID patient, String key) {
        String token = tokens.token(caller, patient, key);
        return new Commands.Order(
                new IssueCalendarFeed(patient, FeedTokens.hash(token)),
                _ -> Answer.of(HttpStatus.CREATED, FeedView.of(token)));
    }

    @Delete("/calendar-feed")
    @Operation(
            summary = "Revokes the address of the patient's calendar",
            description = "For admins, the patient's therapists and the patient.",
            parameters =
                    @Parameter(
                            name = IDEMPOTENCY_KEY,
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string", maxLength = 200)))
    @ApiResponse(responseCode = "204", description = "It answers nobody any more.")
    HttpResponse<?> revoke(
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return known(caller, id)
                .<HttpResponse<?>>map(
                        patient ->
                                commands.order(
                                        request,
                                        caller,
                                        new RevokeCalendarFeed(patient),
                                        _ -> HttpResponse.noContent()))
                .orElseGet(Problem::notFound);
    }

    private Optional<UUID> known(Caller caller, String id) {
        return calendar(caller, id).flatMap(_ -> Ids.uuid(id));
    }

    private Optional<PatientCalendar> calendar(Caller caller, String id) {
        return Ids.uuid(id).flatMap(patient -> queries.ofPatient(caller, patient));
    }

    /** Where a calendar finds the appointments. */
    @Schema(name = "CalendarFeed")
    record FeedView(
            @Schema(description = "Under this API's address; whoever has it needs no login.")
                    String path) {
        static FeedView of(String token) {
            return new FeedView("/api/calendar-feeds/" + token + ".ics");
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "FeedView[redacted]";
        }
    }
}
