package praxis.read.integration;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Problem;

/** Tells admins how the connection with the booking tool stands. */
@Controller("/api/admin/integration")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Integration")
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
class IntegrationController {
    private final IntegrationQueries queries;
    private final WebhookAddress address;

    IntegrationController(IntegrationQueries queries, WebhookAddress address) {
        this.queries = queries;
        this.address = address;
    }

    @Get
    @Operation(
            summary = "How the connection with the booking tool stands",
            description = "For admins.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IntegrationView.class)))
    HttpResponse<?> integration(@Parameter(hidden = true) Caller caller) {
        return HttpResponse.ok(
                IntegrationView.of(
                        address,
                        caller.practice(),
                        queries.standing(caller),
                        queries.recent(caller)));
    }
}
