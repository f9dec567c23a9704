package praxis.read.appointments;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What pages show of a patient's appointments: what is to come first, soonest first. */
public final class AppointmentList {
    private static final String CANCELLED = "cancelled";

    private AppointmentList() {}

    /** For the template of the same name. */
    public static Map<String, Object> model(PatientAppointments found, Instant now) {
        AppointmentsView view = found.asOf(now);
        List<AppointmentView> upcoming =
                view.appointments().stream()
                        .filter(each -> !each.scheduledAt().isBefore(now))
                        .sorted(Comparator.comparing(AppointmentView::scheduledAt))
                        .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("upcoming", upcoming);
        model.put(
                "past",
                view.appointments().stream()
                        .filter(each -> each.scheduledAt().isBefore(now))
                        .toList());
        model.put(
                "next",
                upcoming.stream()
                        .filter(each -> !each.status().equals(CANCELLED))
                        .findFirst()
                        .orElse(null));
        model.put("linked", found.linkedTo() != null);
        model.put("last_sign_of_life", found.lastSignOfLife());
        return model;
    }
}
