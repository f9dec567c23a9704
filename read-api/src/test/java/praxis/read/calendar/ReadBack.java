package praxis.read.calendar;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.validate.ValidationResult;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;

/** A calendar as another library reads it than the one that wrote it. */
final class ReadBack {
    private final Calendar calendar;

    private ReadBack(Calendar calendar) {
        this.calendar = calendar;
    }

    static ReadBack of(String text) {
        try {
            return new ReadBack(new CalendarBuilder().build(new StringReader(text)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    ValidationResult validate() {
        return calendar.validate();
    }

    List<VEvent> events() {
        return calendar.getComponents("VEVENT");
    }

    VTimeZone zone() {
        List<VTimeZone> zones = calendar.getComponents("VTIMEZONE");
        return zones.getFirst();
    }

    static String text(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    /** By the time zone that the calendar itself describes. */
    static Instant start(VEvent event) {
        Optional<DtStart<Temporal>> start = event.getProperty("DTSTART");
        return Instant.from(start.orElseThrow().getDate());
    }
}
