package praxis.read.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.stream.IntStream;

/**
 * Describes a time zone to whoever does not know it by name (RFC 5545, section 3.6.5), by the rules
 * that hold today: no appointment is older than they are.
 */
final class ZoneComponent {
    private static final int SINCE = 2000;
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final int DAYS_OF_WEEK = 7;

    private ZoneComponent() {}

    static VTimezone of(ZoneId zone) {
        VTimezone component = new VTimezone(zone.getId());
        ZoneRules rules = zone.getRules();
        rules.getTransitionRules().forEach(rule -> add(component, rule));
        if (rules.getTransitionRules().isEmpty()) {
            component.addStandardTime(always(rules.getOffset(BEGINNING)));
        }
        return component;
    }

    private static void add(VTimezone component, ZoneOffsetTransitionRule rule) {
        ZoneOffsetTransition first = rule.createTransition(SINCE);
        if (rule.getOffsetAfter().equals(rule.getStandardOffset())) {
            StandardTime winter = new StandardTime();
            fill(winter, first, rule);
            component.addStandardTime(winter);
        } else {
            DaylightSavingsTime summer = new DaylightSavingsTime();
            fill(summer, first, rule);
            component.addDaylightSavingsTime(summer);
        }
    }

    private static void fill(
            Observance observance, ZoneOffsetTransition first, ZoneOffsetTransitionRule rule) {
        observance.setDateStart(components(first.getDateTimeBefore()));
        observance.setTimezoneOffsetFrom(offset(rule.getOffsetBefore()));
        observance.setTimezoneOffsetTo(offset(rule.getOffsetAfter()));
        observance.setRecurrenceRule(new RecurrenceRule(recurrence(rule)));
    }

    /** The last Sunday is the first one from the 25th on: both ways of speaking occur in rules. */
    private static Recurrence recurrence(ZoneOffsetTransitionRule rule) {
        Recurrence.Builder yearly =
                new Recurrence.Builder(Frequency.YEARLY).byMonth(rule.getMonth().getValue());
        int day = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) {
            return yearly.byMonthDay(day).build();
        }
        DayOfWeek weekday = DayOfWeek.valueOf(rule.getDayOfWeek().name());
        boolean isLast = day == -1 || day + DAYS_OF_WEEK - 1 == rule.getMonth().minLength();
        return isLast
                ? yearly.byDay(-1, weekday).build()
                : yearly.byMonthDay(IntStream.range(day, day + DAYS_OF_WEEK).boxed().toList())
                        .byDay(weekday)
                        .build();
    }

    private static StandardTime always(ZoneOffset offset) {
        StandardTime always = new StandardTime();
        always.setDateStart(components(LocalDateTime.ofInstant(BEGINNING, offset)));
        always.setTimezoneOffsetFrom(offset(offset));
        always.setTimezoneOffsetTo(offset(offset));
        return always;
    }

    private static DateTimeComponents components(LocalDateTime time) {
        return new DateTimeComponents(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                false);
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(1_000L * offset.getTotalSeconds());
    }
}
