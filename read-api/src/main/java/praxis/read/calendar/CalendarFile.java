package praxis.read.calendar;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** A calendar as an answer. */
final class CalendarFile {
    static final String MEDIA_TYPE = "text/calendar";

    static final String EXAMPLE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:6fa459ea-ee8a-5ca4-894e-db77e160355e
            DTSTART;TZID=Europe/Berlin:20270301T100000
            DTEND;TZID=Europe/Berlin:20270301T103000
            SEQUENCE:17
            STATUS:CONFIRMED
            SUMMARY:Krankengymnastik
            END:VEVENT
            END:VCALENDAR
            """;

    private static final MediaType UTF_8 = MediaType.of(MEDIA_TYPE + ";charset=utf-8");

    private CalendarFile() {}

    static MutableHttpResponse<?> of(PatientCalendar calendar) {
        return HttpResponse.ok(CalendarWriter.write(calendar)).contentType(UTF_8);
    }
}
