package praxis.read.appointments;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;
import praxis.read.appointments.DayView.Entry;
import praxis.read.pages.Pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows staff a day of the practice and the six after it. */
@Controller("/os/day")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.Names.ADMIN, Role.Names.THERAPIST})
class DayPageController {
    private static final int DAYS = 7;
    private static final int MOST = 500;

    private final DayQueries queries;
    private final Pages pages;
    private final Clock clock;

    DayPageController(DayQueries queries, Pages pages, Clock clock) {
        this.queries = queries;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> day(
            @QueryValue(defaultValue = "") String date, HttpRequest<?> request, Caller caller) {
        ZoneId zone = pages.zone(caller);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = read(date, today);
        List<Entry> entries =
                queries.between(
                        caller,
                        first.atStartOfDay(zone).toInstant(),
                        first.plusDays(DAYS).atStartOfDay(zone).toInstant());
        return pages.show(
                request,
                caller,
                "day",
                Map.of(
                        "first",
                        first,
                        "today",
                        today,
                        "before",
                        first.minusDays(1),
                        "after",
                        first.plusDays(1),
                        "days",
                        days(first, zone, entries),
                        "more",
                        entries.size() > MOST));
    }

    /** The first day is there even where nothing takes place. */
    private static List<DayView> days(LocalDate first, ZoneId zone, List<Entry> entries) {
        Map<LocalDate, List<Entry>> byDay =
                entries.stream()
                        .limit(MOST)
                        .collect(
                                Collectors.groupingBy(
                                        each -> LocalDate.ofInstant(each.scheduledAt(), zone),
                                        TreeMap::new,
                                        Collectors.toList()));
        byDay.putIfAbsent(first, List.of());
        return byDay.entrySet().stream()
                .map(each -> new DayView(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(DayView::date))
                .toList();
    }

    private static LocalDate read(String date, LocalDate otherwise) {
        try {
            LocalDate read = date.isEmpty() ? otherwise : LocalDate.parse(date);
            return Math.abs(read.getYear() - otherwise.getYear()) > 100 ? otherwise : read;
        } catch (DateTimeException notDate) {
            return otherwise;
        }
    }
}
