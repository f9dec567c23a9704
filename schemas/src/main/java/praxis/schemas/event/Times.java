package praxis.schemas.event;

import praxis.schemas.event.BookingEvent.SentTime;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads ISO 8601 dates, and times that carry an offset: anything without one would have to be
 * guessed.
 */
final class Times {
    static final String RULE = "must be an ISO 8601 time with offset, 1900 to 2199";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static Optional<LocalDate> date(String text) {
        try {
            // The year 0 is one that calendars disagree on, and longer ones are no birth dates.
            LocalDate date = LocalDate.parse(text, DATE);
            return Optional.of(date).filter(_ -> date.getYear() >= 1 && date.getYear() <= 9999);
        } catch (DateTimeParseException refused) {
            return Optional.empty();
        }
    }

    /**
     * Cut to microseconds, which is what the database keeps: a finer time would compare differently
     * once it has been there.
     */
    static Optional<SentTime> withOffset(String text) {
        return OffsetTimeText.read(text)
                .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
                .map(time -> new SentTime(time.toInstant().truncatedTo(ChronoUnit.MICROS), text));
    }
}
