package praxis.read.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Status;
import biweekly.property.Uid;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;

/** Writes a patient's appointments as iCalendar (RFC 5545). */
final class CalendarWriter {
    private static final String PRODUCT = "-//Praxis booking pipeline//Termine//DE";
    private static final String NAME = "Termine";
    private static final String UNNAMED = "Termin";
    private static final String TIME_BETWEEN_LOOKS = "PT1H";

    private CalendarWriter() {}

    static byte[] write(PatientCalendar patient) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId(PRODUCT);
        calendar.setName(NAME);
        calendar.addExperimentalProperty("X-WR-CALNAME", NAME);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", TIME_BETWEEN_LOOKS);
        calendar.getTimezoneInfo()
                .setDefaultTimezone(
                        new TimezoneAssignment(
                                TimeZone.getTimeZone(patient.zone()),
                                ZoneComponent.of(patient.zone())));
        patient.entries().stream().map(CalendarWriter::event).forEach(calendar::addEvent);
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent();
        event.setUid(new Uid(entry.id().toString()));
        event.setDateTimeStamp(Date.from(entry.syncedAt()));
        event.setDateStart(Date.from(entry.scheduledAt()));
        if (entry.durationMinutes() != null) {
            Instant end = entry.scheduledAt().plusSeconds(60L * entry.durationMinutes());
            event.setDateEnd(Date.from(end));
        }
        event.setSequence(entry.sequence());
        event.setStatus(entry.isCancelled() ? Status.cancelled() : Status.confirmed());
        event.setSummary(entry.serviceName() == null ? UNNAMED : entry.serviceName());
        if (entry.therapistName() != null) {
            event.setDescription(entry.therapistName());
        }
        return event;
    }
}
