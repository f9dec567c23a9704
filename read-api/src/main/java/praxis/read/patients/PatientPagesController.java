package praxis.read.patients;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.answers.Cursors;
import praxis.read.answers.Ids;
import praxis.read.answers.Page;
import praxis.read.answers.Problem;
import praxis.read.answers.Reading;
import praxis.read.appointments.AppointmentList;
import praxis.read.appointments.AppointmentQueries;
import praxis.read.appointments.PatientAppointments;
import praxis.read.pages.Pages;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows staff the patients that are theirs to see, and each one's appointments. */
@Controller("/os/patients")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.Names.ADMIN, Role.Names.THERAPIST})
class PatientPagesController {
    private final PatientQueries patients;
    private final AppointmentQueries appointments;
    private final Cursors cursors;
    private final Pages pages;
    private final Clock clock;

    PatientPagesController(
            PatientQueries patients,
            AppointmentQueries appointments,
            Cursors cursors,
            Pages pages,
            Clock clock) {
        this.patients = patients;
        this.appointments = appointments;
        this.cursors = cursors;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> list(HttpRequest<?> request, Caller caller) {
        return switch (PatientFilter.read(request, cursors)) {
            case Reading.Refused<PatientFilter> refused -> Problem.badParameters(refused.errors());
            case Reading.Valid<PatientFilter>(PatientFilter filter) ->
                    list(request, caller, filter);
        };
    }

    private HttpResponse<?> list(HttpRequest<?> request, Caller caller, PatientFilter filter) {
        Page<PatientView> page =
                Page.of(
                        patients.sorted(caller, filter),
                        filter.limit(),
                        PatientQueries.Listed::patient,
                        last -> last.place().sealed(cursors));
        Map<String, Object> model = new HashMap<>();
        model.put("patients", page.data());
        model.put("next", page.nextCursor());
        model.put("q", request.getParameters().get("q", String.class, ""));
        return pages.show(request, caller, "patients", model);
    }

    @Get("/{id}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> one(@PathVariable String id, HttpRequest<?> request, Caller caller) {
        Optional<UUID> patient = Ids.uuid(id);
        Optional<PatientDetailView> detail = patient.flatMap(each -> patients.one(caller, each));
        Optional<PatientAppointments> found =
                patient.flatMap(each -> appointments.ofPatient(caller, each));
        if (detail.isEmpty() || found.isEmpty()) {
            return Problem.notFound();
        }
        Map<String, Object> model = AppointmentList.model(found.get(), clock.instant());
        model.put("patient", detail.get());
        return pages.show(request, caller, "patient", model);
    }
}
