package praxis.schemas.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.SentTime;
import praxis.schemas.json.StrictJson;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the fields of one payload under their canonical name or another they are sent as, and notes
 * each that breaks its rule. Of two names the canonical one wins, unless it is null: a sender that
 * fills both dialects leaves one of them empty.
 */
final class PayloadReader {
    static final String ID_RULE = "must be a text of 1 to 200 characters or a whole number";

    private static final int MAXIMUM_ID_LENGTH = 200;
    private static final int MAXIMUM_EMAIL_LENGTH = 254;
    private static final int MAXIMUM_REFERRER_FIELDS = 50;
    private static final int MAXIMUM_REFERRER_LENGTH = 1000;

    // Deliberately wide: an odd address is one value, and refusing it would lose a patient.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private static final Field<String> EMPTY = Field.of("");

    private static final Map<String, Gender> GENDERS =
            Map.ofEntries(
                    Map.entry("maennlich", Gender.MALE),
                    Map.entry("männlich", Gender.MALE),
                    Map.entry("male", Gender.MALE),
                    Map.entry("weiblich", Gender.FEMALE),
                    Map.entry("female", Gender.FEMALE),
                    Map.entry("divers", Gender.DIVERSE),
                    Map.entry("diverse", Gender.DIVERSE),
                    Map.entry("other", Gender.DIVERSE),
                    Map.entry("unbekannt", Gender.UNKNOWN),
                    Map.entry("unknown", Gender.UNKNOWN));

    private final ObjectNode payload;
    private final List<FieldProblem> problems;

    PayloadReader(ObjectNode payload, List<FieldProblem> problems) {
        this.payload = payload;
        this.problems = problems;
    }

    /** The id, or an empty text with a problem noted. */
    String requiredId(String... names) {
        Optional<String> id = optionalId(names);
        if (id.isEmpty()) {
            note(names[0], "required");
        }
        return id.orElse("");
    }

    Optional<String> optionalId(String... names) {
        JsonNode node = find(names);
        if (isNothing(node)) {
            return Optional.empty();
        }
        Optional<String> id = idText(node);
        if (id.isEmpty()) {
            note(names[0], ID_RULE);
        }
        return id.or(() -> Optional.of(""));
    }

    /** Ids come as text or as whole numbers; both are the same id. */
    static Optional<String> idText(JsonNode node) {
        if (node.isIntegralNumber()) {
            return Optional.of(node.asText());
        }
        return node.isTextual()
                ? Optional.of(node.textValue()).filter(PayloadReader::isId)
                : Optional.empty();
    }

    private static boolean isId(String text) {
        return !text.isBlank() && Texts.isStorable(text) && Texts.length(text) <= MAXIMUM_ID_LENGTH;
    }

    /** Where it may be empty, empty says the same as null. */
    Field<String> text(int shortest, int longest, String... names) {
        Field<String> field =
                nullable(
                        names,
                        () -> "must be a text of " + shortest + " to " + longest + " characters",
                        text ->
                                Optional.of(text)
                                        .filter(_ -> Texts.length(text) >= shortest)
                                        .filter(_ -> Texts.length(text) <= longest));
        return field.equals(EMPTY) ? Field.cleared() : field;
    }

    Field<String> email(boolean required) {
        if (required && isNothing(find("email"))) {
            return absentOrProblem("email", true);
        }
        return nullable(
                new String[] {"email"},
                () -> "must be an e-mail address of up to " + MAXIMUM_EMAIL_LENGTH + " characters",
                text -> Optional.of(text).filter(PayloadReader::isEmail));
    }

    private static boolean isEmail(String text) {
        return Texts.length(text) <= MAXIMUM_EMAIL_LENGTH && EMAIL.matcher(text).matches();
    }

    Field<LocalDate> birthDate(String... names) {
        return nullable(names, () -> "must be a date as YYYY-MM-DD", Times::date);
    }

    Field<Gender> gender(String... names) {
        return nullable(
                names,
                () -> "must be one of maennlich, weiblich, divers, unbekannt",
                text -> Optional.ofNullable(GENDERS.get(text.toLowerCase(Locale.ROOT))));
    }

    /** There is no such thing as no status, so {@code null} says nothing. */
    Field<AppointmentStatus> status() {
        if (isNothing(find("status"))) {
            return Field.absent();
        }
        return nullable(
                new String[] {"status"},
                () -> "must be one of scheduled, cancelled, completed",
                text ->
                        Arrays.stream(AppointmentStatus.values())
                                .filter(each -> each.wireName().equals(text))
                                .findAny());
    }

    /** The field as {@code reading} takes its text without the white space around it. */
    private <T> Field<T> nullable(
            String[] names, Supplier<String> rule, Function<String, Optional<T>> reading) {
        JsonNode node = find(names);
        if (node.isMissingNode()) {
            return Field.absent();
        }
        if (node.isNull()) {
            return Field.cleared();
        }
        if (node.isTextual() && !Texts.isStorable(node.textValue())) {
            note(names[0], "holds a character that no text can hold");
            return Field.absent();
        }
        Optional<T> value =
                node.isTextual() ? reading.apply(node.textValue().strip()) : Optional.empty();
        if (value.isEmpty()) {
            note(names[0], rule.get());
        }
        return value.map(Field::of).orElseGet(Field::absent);
    }

    /**
     * Not nullable: where it is required, {@code null} is a problem; in a cancellation it says
     * nothing, because refusing a cancellation over it would leave a dead appointment standing.
     */
    Field<SentTime> sentTime(boolean required) {
        JsonNode node = find("scheduled_at");
        if (isNothing(node)) {
            return absentOrProblem("scheduled_at", required);
        }
        Optional<SentTime> time =
                node.isTextual() ? Times.withOffset(node.textValue()) : Optional.empty();
        if (time.isEmpty()) {
            note("scheduled_at", Times.RULE);
        }
        return time.map(Field::of).orElseGet(Field::absent);
    }

    Field<Integer> duration(boolean required) {
        JsonNode node = find("duration_minutes");
        if (isNothing(node)) {
            return absentOrProblem("duration_minutes", required);
        }
        if (!node.canConvertToExactIntegral() || !node.canConvertToInt() || node.intValue() <= 0) {
            note("duration_minutes", "must be a whole number of 1 to " + Integer.MAX_VALUE);
            return Field.absent();
        }
        return Field.of(node.intValue());
    }

    private <T> Field<T> absentOrProblem(String name, boolean required) {
        if (required) {
            note(name, "required");
        }
        return Field.absent();
    }

    Field<String> referrer() {
        JsonNode node = find("referrer");
        if (node.isMissingNode()) {
            return Field.absent();
        }
        if (node.isNull()) {
            return Field.cleared();
        }
        if (!(node instanceof ObjectNode object) || !isReferrer(object)) {
            note("referrer", "must be an object of short texts");
            return Field.absent();
        }
        return Field.of(StrictJson.write(object));
    }

    private static boolean isReferrer(ObjectNode object) {
        return object.size() <= MAXIMUM_REFERRER_FIELDS
                && object.propertyStream()
                        .allMatch(
                                field ->
                                        isShort(field.getKey())
                                                && (field.getValue().isNull()
                                                        || isShortText(field.getValue())));
    }

    private static boolean isShortText(JsonNode node) {
        return node.isTextual() && isShort(node.textValue());
    }

    private static boolean isShort(String text) {
        return Texts.length(text) <= MAXIMUM_REFERRER_LENGTH && Texts.isStorable(text);
    }

    private JsonNode find(String... names) {
        JsonNode found = MissingNode.getInstance();
        for (String name : names) {
            JsonNode node = payload.path(name);
            if (!isNothing(node)) {
                return node;
            }
            found = found.isMissingNode() ? node : found;
        }
        return found;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private void note(String field, String reason) {
        problems.add(new FieldProblem(field, reason));
    }
}
