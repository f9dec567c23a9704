package praxis.read.answers;

import io.micronaut.http.HttpRequest;

import praxis.read.answers.Problem.BadParameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the query parameters of a request and collects what is wrong with them. An empty parameter
 * is one that was not given.
 */
public final class Parameters {
    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 200;

    private static final int LONGEST_TEXT = 200;
    private static final ValueRange YEARS = ValueRange.of(1, 9_999);

    private final HttpRequest<?> request;
    private final List<BadParameter> errors = new ArrayList<>();

    private Parameters(HttpRequest<?> request) {
        this.request = request;
    }

    /**
     * A name that is not among {@code known} is refused: a mistyped filter would show more than was
     * asked for.
     */
    public static Parameters of(HttpRequest<?> request, String... known) {
        Parameters parameters = new Parameters(request);
        Set<String> names = request.getParameters().names();
        if (!Arrays.asList(known).containsAll(names)) {
            parameters.errors.add(
                    new BadParameter("", "Known parameters are " + String.join(", ", known) + "."));
        }
        return parameters;
    }

    /** The value, if nothing was wrong. */
    public <T> Reading<T> reading(Supplier<T> value) {
        return errors.isEmpty()
                ? new Reading.Valid<>(value.get())
                : new Reading.Refused<>(List.copyOf(errors));
    }

    public Optional<String> text(String name) {
        List<String> given = request.getParameters().getAll(name);
        if (given.size() > 1) {
            refuse(name, "May be given once.");
            return Optional.empty();
        }
        Optional<String> text = given.stream().filter(value -> !value.isBlank()).findFirst();
        if (text.filter(Parameters::isTooOdd).isPresent()) {
            refuse(name, "At most " + LONGEST_TEXT + " characters, none of them a control one.");
            return Optional.empty();
        }
        return text;
    }

    public int limit() {
        Optional<String> text = text("limit");
        if (text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text.get());
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notNumber) {
            // Said below, together with a number out of range.
        }
        refuse("limit", "A whole number from 1 to " + LARGEST_LIMIT + ".");
        return DEFAULT_LIMIT;
    }

    public Optional<String> oneOf(String name, List<String> allowed) {
        Optional<String> text = text(name);
        if (text.isPresent() && !allowed.contains(text.get())) {
            refuse(name, "One of " + String.join(", ", allowed) + ".");
            return Optional.empty();
        }
        return text;
    }

    public Optional<Instant> instant(String name) {
        Optional<String> text = text(name);
        try {
            Optional<OffsetDateTime> time = text.map(OffsetDateTime::parse);
            if (time.filter(each -> !YEARS.isValidIntValue(each.getYear())).isEmpty()) {
                return time.map(OffsetDateTime::toInstant);
            }
        } catch (DateTimeException notTime) {
            // Said below, together with a time that no database can hold.
        }
        refuse(name, "A time such as 2026-03-01T08:00:00Z; the + of an offset is sent as %2B.");
        return Optional.empty();
    }

    /** Where the page before ended. */
    public Optional<List<String>> cursor(Cursors cursors, String list) {
        Optional<String> text = longText("cursor");
        Optional<List<String>> place = text.flatMap(given -> cursors.open(list, given));
        if (text.isPresent() && place.isEmpty()) {
            refuse("cursor", "The next_cursor of an earlier answer of this list.");
        }
        return place;
    }

    public void refuse(String name, String allowed) {
        errors.add(new BadParameter(name, allowed));
    }

    /** Without the limit on length: a cursor is as long as what it seals. */
    private Optional<String> longText(String name) {
        List<String> given = request.getParameters().getAll(name);
        if (given.size() > 1) {
            refuse(name, "May be given once.");
            return Optional.empty();
        }
        return given.stream().filter(value -> !value.isBlank()).findFirst();
    }

    private static boolean isTooOdd(String text) {
        return text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl);
    }
}
