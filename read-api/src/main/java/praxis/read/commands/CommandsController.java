package praxis.read.commands;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import praxis.read.access.Caller;
import praxis.read.answers.Cursors;
import praxis.read.answers.Ids;
import praxis.read.answers.Problem;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Answers what became of a command, to whoever sent it. */
@Controller("/api/commands")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Commands")
@ApiResponse(
        responseCode = "401",
        description = "No valid token.",
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
class CommandsController {
    /** Who asks wants to know how things stand, and asks again. */
    private static final Duration A_GLANCE = Duration.ofMillis(100);

    private static final int LONGEST_RECEIPT = 4_096;

    private final FateFinder fates;
    private final Cursors cursors;

    CommandsController(FateFinder fates, Cursors cursors) {
        this.fates = fates;
        this.cursors = cursors;
    }

    @Get("/{id}")
    @Operation(
            summary = "What became of a write that answered 202",
            description =
                    "For who sent it, at the address that the 202 gave in Location. Without its"
                            + " receipt, a command that has not been carried out is unknown.",
            parameters =
                    @Parameter(
                            name = "receipt",
                            in = ParameterIn.QUERY,
                            description = "As in Location.",
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CommandView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not for the caller.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> one(
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Ids.uuid(id)
                .flatMap(
                        command ->
                                fate(request, caller, command)
                                        .map(fate -> CommandView.of(command, fate)))
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(Problem::notFound);
    }

    private Optional<Fate> fate(HttpRequest<?> request, Caller caller, UUID command) {
        return request.getParameters()
                .getFirst("receipt")
                .filter(text -> text.length() <= LONGEST_RECEIPT)
                .flatMap(text -> Receipt.open(cursors, caller, command, text))
                .map(receipt -> fates.await(caller, receipt, A_GLANCE))
                .or(() -> fates.ofFirst(caller, command));
    }
}
