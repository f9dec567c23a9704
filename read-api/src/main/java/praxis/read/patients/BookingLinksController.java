package praxis.read.patients;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
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
import praxis.read.answers.Parameters;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.schemas.command.StaffCommand.LinkPatient;
import praxis.schemas.command.StaffCommand.UnlinkPatient;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links patients with the booking tool's by hand, and takes links back, for admins. */
@Controller("/api/admin/patients/{id}/booking-link")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.Names.ADMIN)
@Tag(name = "Booking links")
@ApiResponse(
        responseCode = "200",
        description = "The patient and all its links as they are now.",
        content =
                @Content(schema = @Schema(implementation = BookingLinksController.LinksView.class)))
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
        responseCode = "404",
        description = "No such patient, booking patient or link.",
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
class BookingLinksController {
    private static final String BOOKING_PATIENT = "booking_patient_id";
    private static final int LONGEST_ID = 200;

    private final PatientQueries patients;
    private final LinkQueries links;
    private final Commands commands;

    BookingLinksController(PatientQueries patients, LinkQueries links, Commands commands) {
        this.patients = patients;
        this.links = links;
        this.commands = commands;
    }

    @Get
    @Operation(summary = "A patient's links with the booking tool", description = "For admins.")
    HttpResponse<?> links(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return Ids.uuid(id)
                .<HttpResponse<?>>map(patient -> now(caller, patient))
                .orElseGet(Problem::notFound);
    }

    @Put
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Links a patient with one of the booking tool's",
            description =
                    "For admins. A patient may have several; a booking patient belongs to one. Its"
                            + " waiting appointments appear at once.",
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
                            schema = @Schema(implementation = LinkBody.class),
                            examples = @ExampleObject(value = "{\"booking_patient_id\":\"B-1\"}")))
    @ApiResponse(
            responseCode = "409",
            description = "The booking patient belongs to another patient.",
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
    HttpResponse<?> link(
            @PathVariable String id,
            @Parameter(hidden = true) @Body byte @Nullable [] body,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        return Members.of(body)
                .<HttpResponse<?>>map(
                        members ->
                                known(caller, id)
                                        .<HttpResponse<?>>map(
                                                patient -> link(request, caller, patient, members))
                                        .orElseGet(Problem::notFound))
                .orElseGet(Members::notOneObject);
    }

    private HttpResponse<?> link(
            HttpRequest<?> request, Caller caller, UUID patient, Members body) {
        body.known(BOOKING_PATIENT);
        Optional<String> bookingPatient = body.text(BOOKING_PATIENT, LONGEST_ID);
        body.require(BOOKING_PATIENT, "Required.");
        Reading<LinkPatient> reading =
                body.reading(
                        () ->
                                new LinkPatient(
                                        patient,
                                        new BookingPatientId(bookingPatient.orElseThrow())));
        return switch (reading) {
            case Reading.Refused<LinkPatient> refused -> Problem.badFields(refused.errors());
            case Reading.Valid<LinkPatient>(LinkPatient command) ->
                    commands.order(request, caller, command, _ -> now(caller, patient));
        };
    }

    @Delete
    @Operation(
            summary = "Ends a link, and keeps the two apart for ever",
            description =
                    "For admins. The appointments leave the patient with the link, and a review"
                            + " asks where they belong.",
            parameters = {
                @Parameter(
                        name = BOOKING_PATIENT,
                        in = ParameterIn.QUERY,
                        description = "Which link; needed where the patient has several.",
                        schema = @Schema(type = "string", maxLength = 200)),
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        schema = @Schema(type = "string", maxLength = 200))
            })
    @ApiResponse(
            responseCode = "409",
            description = "The patient has several links.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> unlink(
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(request, BOOKING_PATIENT);
        Optional<BookingPatientId> which =
                parameters.text(BOOKING_PATIENT).map(BookingPatientId::new);
        return switch (parameters.reading(() -> which)) {
            case Reading.Refused<Optional<BookingPatientId>> refused ->
                    Problem.badParameters(refused.errors());
            case Reading.Valid<Optional<BookingPatientId>> _ ->
                    known(caller, id)
                            .<HttpResponse<?>>map(
                                    patient ->
                                            commands.order(
                                                    request,
                                                    caller,
                                                    new UnlinkPatient(patient, which),
                                                    _ -> now(caller, patient)))
                            .orElseGet(Problem::notFound);
        };
    }

    private Optional<UUID> known(Caller caller, String id) {
        return Ids.uuid(id)
                .flatMap(patient -> patients.one(caller, patient))
                .map(PatientDetailView::id);
    }

    private HttpResponse<?> now(Caller caller, UUID id) {
        return patients.one(caller, id)
                .<HttpResponse<?>>map(
                        patient ->
                                HttpResponse.ok(
                                        new LinksView(patient, links.ofPatient(caller, id))))
                .orElseGet(Problem::notFound);
    }

    /** A patient and whom of the booking tool's it is. */
    @Schema(name = "BookingLinks")
    record LinksView(PatientDetailView patient, List<BookingPatientView> bookingPatients) {}

    /** Only describes: which booking patient. */
    @Schema(name = "BookingLinkInput")
    record LinkBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = LONGEST_ID)
                    String bookingPatientId) {}
}
