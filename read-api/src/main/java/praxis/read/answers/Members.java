package praxis.read.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.Problem.BadParameter;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.FieldProblem;
import praxis.schemas.event.PatientFieldsJson;
import praxis.schemas.json.JsonbFitness;
import praxis.schemas.json.StrictJson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the members of a body that is one JSON object, and collects what is wrong with them. */
public final class Members {
    private static final int LONGEST_NAME_SHOWN = 100;
    private static final int MOST_NAMES_SHOWN = 10;

    private final ObjectNode json;
    private final List<BadParameter> errors = new ArrayList<>();

    private Members(ObjectNode json) {
        this.json = json;
    }

    /** Empty where the bytes are not exactly one JSON object. */
    public static Optional<Members> of(byte @Nullable [] body) {
        return Optional.ofNullable(body)
                .flatMap(StrictJson::parse)
                .filter(ObjectNode.class::isInstance)
                .map(object -> new Members((ObjectNode) object));
    }

    public static MutableHttpResponse<?> notOneObject() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "The body must be one JSON object in UTF-8, with no name twice and at most "
                                + StrictJson.MAXIMUM_DEPTH
                                + " levels deep.")
                .toResponse();
    }

    /** Refuses every other name: a mistyped one would do less than was asked for. */
    public Members known(String... names) {
        Set<String> known = Set.of(names);
        json.propertyStream()
                .map(member -> member.getKey())
                .filter(name -> !known.contains(name))
                .limit(MOST_NAMES_SHOWN)
                .forEach(name -> refuse(shown(name), "Known are " + listed(names) + "."));
        return this;
    }

    /** The value, if nothing was wrong. */
    public <T> Reading<T> reading(Supplier<T> value) {
        return errors.isEmpty()
                ? new Reading.Valid<>(value.get())
                : new Reading.Refused<>(List.copyOf(errors));
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    public boolean has(String name) {
        return json.has(name);
    }

    /** Refuses to do without it; null says no more than its absence. */
    public void require(String name, String allowed) {
        if (given(name).isEmpty()) {
            refuse(name, allowed);
        }
    }

    public void refuse(String name, String allowed) {
        errors.add(new BadParameter(name, allowed));
    }

    /** Empty where it is absent or null. */
    public Optional<String> text(String name, int longest) {
        return nullableText(name, longest).toOptional();
    }

    public Field<String> nullableText(String name, int longest) {
        JsonNode node = json.path(name);
        if (node.isMissingNode()) {
            return Field.absent();
        }
        if (node.isNull()) {
            return Field.cleared();
        }
        if (isUsable(node, longest)) {
            return Field.of(node.textValue());
        }
        refuse(name, "A text of 1 to " + longest + " characters, no control character among them.");
        return Field.absent();
    }

    private static boolean isUsable(JsonNode node, int longest) {
        return node.isTextual()
                && !node.textValue().isBlank()
                && node.textValue().length() <= longest
                && JsonbFitness.isStorable(node.textValue())
                && node.textValue().chars().noneMatch(Members::isControl);
    }

    /** Line breaks are no odder than spaces where people write sentences. */
    private static boolean isControl(int letter) {
        return Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t';
    }

    public Optional<UUID> uuid(String name) {
        Optional<JsonNode> node = given(name);
        Optional<UUID> id = node.map(JsonNode::asText).flatMap(Ids::uuid);
        if (node.isPresent() && id.isEmpty()) {
            refuse(name, "An id such as 6fa459ea-ee8a-3ca4-894e-db77e160355e.");
        }
        return id;
    }

    /** A list of ids, each once; empty where it is absent or will not do. */
    public List<UUID> uuids(String name, int most) {
        JsonNode node = json.path(name);
        List<UUID> ids =
                node.isArray()
                        ? node.valueStream()
                                .flatMap(each -> Ids.uuid(each.asText()).stream())
                                .toList()
                        : List.of();
        boolean sound = ids.size() == node.size() && Set.copyOf(ids).size() == ids.size();
        if (ids.isEmpty() || !sound || ids.size() > most) {
            refuse(name, "A list of 1 to " + most + " ids, each once.");
            return List.of();
        }
        return ids;
    }

    public Optional<Instant> instant(String name) {
        try {
            return given(name)
                    .map(JsonNode::asText)
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException notTime) {
            refuse(name, "A time with its offset, such as 2026-03-01T08:00:00Z.");
            return Optional.empty();
        }
    }

    public Optional<String> oneOf(String name, List<String> allowed) {
        Optional<JsonNode> node = given(name);
        Optional<String> text =
                node.filter(JsonNode::isTextual).map(JsonNode::textValue).filter(allowed::contains);
        if (node.isPresent() && text.isEmpty()) {
            refuse(name, "One of " + String.join(", ", allowed) + ".");
        }
        return text;
    }

    /** An object within: its members are then called {@code name.member} where they are wrong. */
    public PatientFields patient(String name, String... names) {
        return switch (json.path(name)) {
            case ObjectNode patient -> {
                Members inner = new Members(patient).known(names);
                PatientFields fields = inner.patientFields();
                inner.errors.forEach(
                        error -> refuse(name + "." + error.parameter(), error.detail()));
                yield fields;
            }
            case JsonNode nothing when nothing.isMissingNode() || nothing.isNull() ->
                    PatientFields.none();
            default -> {
                refuse(name, "An object.");
                yield PatientFields.none();
            }
        };
    }

    /** The details of a patient among the members themselves. */
    public PatientFields patientFields() {
        List<FieldProblem> problems = new ArrayList<>();
        PatientFields fields = PatientFieldsJson.read(json, problems);
        problems.forEach(problem -> refuse(problem.field(), problem.reason()));
        return fields;
    }

    /** A whole number. */
    public Field<Long> number(String name, long lowest, long highest) {
        JsonNode node = json.path(name);
        if (node.isMissingNode()) {
            return Field.absent();
        }
        if (node.isNull()) {
            return Field.cleared();
        }
        if (node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= lowest
                && node.longValue() <= highest) {
            return Field.of(node.longValue());
        }
        refuse(name, "A whole number from " + lowest + " to " + highest + ".");
        return Field.absent();
    }

    public Optional<Boolean> flag(String name) {
        Optional<JsonNode> node = given(name);
        Optional<Boolean> flag = node.filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
        if (node.isPresent() && flag.isEmpty()) {
            refuse(name, "true or false.");
        }
        return flag;
    }

    /** An array of texts; empty where it is absent or null. */
    public List<String> texts(String name, int most, int longest) {
        JsonNode node = json.path(name);
        boolean usable =
                node.isArray()
                        && node.size() <= most
                        && node.valueStream().allMatch(text -> isUsable(text, longest));
        if (given(name).isPresent() && !usable) {
            refuse(
                    name,
                    "At most "
                            + most
                            + " texts of 1 to "
                            + longest
                            + " characters, no control character among them.");
        }
        return usable ? node.valueStream().map(JsonNode::textValue).toList() : List.of();
    }

    /** Objects within: the members of the first are called {@code name[0].member}. */
    public <T> List<T> each(String name, int most, Function<Members, T> reader) {
        JsonNode node = json.path(name);
        List<T> values = new ArrayList<>();
        if (!node.isArray() || node.size() > most) {
            refuse(name, "At most " + most + " objects.");
            return values;
        }
        for (int at = 0; at < node.size(); at++) {
            String place = name + "[" + at + "]";
            if (node.get(at) instanceof ObjectNode object) {
                Members inner = new Members(object);
                values.add(reader.apply(inner));
                inner.errors.forEach(
                        error -> refuse(place + "." + error.parameter(), error.detail()));
            } else {
                refuse(place, "An object.");
            }
        }
        return values;
    }

    private Optional<JsonNode> given(String name) {
        return Optional.of(json.path(name)).filter(node -> !node.isMissingNode() && !node.isNull());
    }

    private static String listed(String... names) {
        return String.join(", ", Arrays.stream(names).sorted().toList());
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME_SHOWN && JsonbFitness.isStorable(name) ? name : "";
    }
}
