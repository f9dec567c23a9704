package praxis.read.pages;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Says things in one language: words, counts with their plural, and how long ago something was. */
final class Words {
    private static final String BUNDLE = "pages.words";
    private static final Map<Locale, Words> ALL = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(Locale locale) {
        return ALL.computeIfAbsent(locale, Words::new);
    }

    boolean know(String key) {
        return bundle.containsKey(key);
    }

    String say(String key, @Nullable Object... arguments) {
        // A format is not safe for several threads at once.
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Such as "vor 5 Minuten"; the largest unit that is full counts. */
    String distance(Instant time, Instant now) {
        Duration between = Duration.between(time, now);
        Direction direction = between.isNegative() ? Direction.NEXT : Direction.LAST;
        Duration length = between.abs();
        if (length.toMinutes() == 0) {
            return say("time.now");
        }
        RelativeDateTimeFormatter format = RelativeDateTimeFormatter.getInstance(locale);
        if (length.toHours() == 0) {
            return format.format((double) length.toMinutes(), direction, RelativeUnit.MINUTES);
        }
        return length.toDays() == 0
                ? format.format((double) length.toHours(), direction, RelativeUnit.HOURS)
                : format.format((double) length.toDays(), direction, RelativeUnit.DAYS);
    }
}
