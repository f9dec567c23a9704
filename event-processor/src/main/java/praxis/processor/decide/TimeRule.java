package praxis.processor.decide;

import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.Appointment.TimeFlag;
import praxis.processor.model.Settings;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.event.BookingEvent.SentTime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads a time as the practice's time policy wants it read. */
final class TimeRule {
    private TimeRule() {}

    static ScheduledTime read(SentTime sent, Settings settings) {
        boolean local =
                settings.timePolicy() == TimePolicy.LOCAL
                        && (sent.text().endsWith("Z") || sent.text().endsWith("z"));
        return local
                ? readAsLocal(sent, settings.zone())
                : new ScheduledTime(sent.instant(), sent.text(), Optional.empty());
    }

    private static ScheduledTime readAsLocal(SentTime sent, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(sent.instant(), ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        Optional<TimeFlag> flag =
                switch (offsets.size()) {
                    case 0 -> Optional.of(TimeFlag.GAP);
                    case 1 -> Optional.empty();
                    default -> Optional.of(TimeFlag.OVERLAP);
                };
        // A gap is read as if the clocks had not yet gone forward, an overlap as its first pass.
        Instant instant = time.atZone(zone).toInstant();
        return new ScheduledTime(instant, sent.text(), flag);
    }
}
