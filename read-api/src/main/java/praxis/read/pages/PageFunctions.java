package praxis.read.pages;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;

/** What templates can call: words, and times in the practice's zone. */
final class PageFunctions extends AbstractExtension {
    static final String ZONE = "zone";
    static final String NOW = "now";

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of(
                "t", saying(PageFunctions::words),
                "known", saying((call, key) -> call.words().know(key.toString())),
                "ago", saying((call, time) -> call.words().distance((Instant) time, call.now())),
                "day", saying((call, time) -> call.day(time, FormatStyle.FULL)),
                "date", saying((call, time) -> call.day(time, FormatStyle.MEDIUM)),
                "clock", saying((call, time) -> call.clock((Instant) time)),
                "moment", saying((call, time) -> call.moment((Instant) time)));
    }

    @FunctionalInterface
    private interface Saying {
        Object of(Call call, Object first);
    }

    private static Object words(Call call, Object key) {
        @Nullable Object[] rest = new @Nullable Object[call.arguments().size() - 1];
        for (int index = 0; index < rest.length; index++) {
            rest[index] = call.arguments().get(Integer.toString(index + 1));
        }
        return call.words().say(key.toString(), rest);
    }

    /** Nothing is said of nothing. */
    private static Function saying(Saying saying) {
        return new Function() {
            @Override
            public Object execute(
                    Map<String, Object> arguments,
                    PebbleTemplate self,
                    EvaluationContext context,
                    int line) {
                @Nullable Object first = arguments.get("0");
                return first == null ? "" : saying.of(new Call(arguments, context), first);
            }

            @Override
            public @Nullable List<String> getArgumentNames() {
                return null;
            }
        };
    }

    private record Call(Map<String, Object> arguments, EvaluationContext context) {
        Words words() {
            return Words.in(context.getLocale());
        }

        Instant now() {
            return (Instant) context.getVariable(NOW);
        }

        ZoneId zone() {
            return (ZoneId) context.getVariable(ZONE);
        }

        String day(Object time, FormatStyle style) {
            LocalDate date =
                    time instanceof LocalDate already
                            ? already
                            : LocalDate.ofInstant((Instant) time, zone());
            return DateTimeFormatter.ofLocalizedDate(style)
                    .withLocale(context.getLocale())
                    .format(date);
        }

        String clock(Instant time) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(context.getLocale())
                    .format(time.atZone(zone()));
        }

        String moment(Instant time) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(context.getLocale())
                    .format(time.atZone(zone()));
        }
    }
}
