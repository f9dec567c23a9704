package praxis.processor.simulate.invariant;

import praxis.processor.model.Appointment.ScheduledTime;
import praxis.schemas.command.PracticeSettings.TimePolicy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;

/** What lies ahead is read as the settings want it, whatever they were when it came. */
final class TimesAreReadAsThePracticeChose implements Invariant.OfEachStep {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Override
    public void check(Step step, Consumer<String> complaint) {
        Instant now = step.row().receivedAt();
        step.after()
                .appointments()
                .values()
                .forEach(
                        each ->
                                each.content()
                                        .scheduledAt()
                                        .toOptional()
                                        .filter(time -> time.instant().isAfter(now))
                                        .filter(time -> !isRead(time, step))
                                        .ifPresent(
                                                _ ->
                                                        complaint.accept(
                                                                each.bookingAppointment().value()
                                                                        + " is read otherwise")));
    }

    private static boolean isRead(ScheduledTime time, Step step) {
        boolean local =
                step.after().settings().timePolicy() == TimePolicy.LOCAL
                        && time.text().endsWith("Z");
        return time.instant()
                .equals(
                        local
                                ? LocalDateTime.parse(time.text().replace("Z", ""))
                                        .atZone(ZONE)
                                        .toInstant()
                                : OffsetDateTime.parse(time.text()).toInstant());
    }
}
