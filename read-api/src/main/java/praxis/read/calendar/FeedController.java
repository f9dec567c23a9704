package praxis.read.calendar;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import praxis.read.answers.Problem;

import java.util.Optional;

/** Answers calendars that subscribed: who knows the address needs no login. */
@Controller("/api/calendar-feeds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Calendar")
class FeedController {
    private final CalendarQueries queries;
    private final FeedGate gate;

    FeedController(CalendarQueries queries, FeedGate gate) {
        this.queries = queries;
        this.gate = gate;
    }

    @Get("/{file}")
    @Produces(CalendarFile.MEDIA_TYPE)
    @Operation(
            summary = "A patient's appointments, for a calendar that subscribed",
            description =
                    "Needs no login. An address that never was, one that was revoked and one whose"
                            + " patient is gone look alike.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = CalendarFile.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(value = CalendarFile.EXAMPLE)))
    @ApiResponse(
            responseCode = "404",
            description = "Nothing here.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Asked for too often.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The database is away.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> feed(@PathVariable String file) {
        return FeedTokens.hashOfFile(file)
                .<HttpResponse<?>>map(this::ofHash)
                .orElseGet(Problem::notFound);
    }

    private HttpResponse<?> ofHash(String hash) {
        if (!gate.admits(hash)) {
            return tooOften();
        }
        Optional<PatientCalendar> calendar = queries.ofToken(hash);
        gate.learn(hash, calendar.isPresent());
        return calendar.<HttpResponse<?>>map(CalendarFile::of).orElseGet(Problem::notFound);
    }

    private static HttpResponse<?> tooOften() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "This calendar is asked for too often.")
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(FeedGate.WINDOW.toSeconds()));
    }
}
