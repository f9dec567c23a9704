package praxis.schemas.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.json.JsonbFitness;
import praxis.schemas.json.StrictJson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Settings and therapists as commands carry them; what is not whole is not read at all. */
final class SettingsJson {
    private static final String DEFAULT_THERAPIST = "default_therapist_id";
    private static final String TOOL_URL = "booking_tool_url";
    private static final String LIMIT = "rate_limit_per_minute";

    private SettingsJson() {}

    static ObjectNode write(PracticeSettings settings) {
        ObjectNode json = StrictJson.object();
        json.put(DEFAULT_THERAPIST, settings.defaultTherapistId().orElse(null));
        json.put(TOOL_URL, settings.bookingToolUrl().map(BookingToolUrl::value).orElse(null));
        json.put("time_policy", settings.timePolicy().wireName());
        json.put("retry_horizon_seconds", settings.retryHorizon().toSeconds());
        json.put("therapist_scope", settings.therapistScope().wireName());
        json.put("create_policy", settings.createPolicy().wireName());
        json.put("link_without_email", settings.linkWithoutEmail());
        json.put(LIMIT, settings.limitPerMinute().orElse(null));
        return json;
    }

    static Optional<PracticeSettings> read(JsonNode json) {
        JsonNode link = json.path("link_without_email");
        if (!isNullOr(json.path(DEFAULT_THERAPIST), SettingsJson::isText)
                || !isNullOr(json.path(TOOL_URL), node -> url(node).isPresent())
                || !isNullOr(json.path(LIMIT), SettingsJson::isLimit)
                || !link.isBoolean()) {
            return Optional.empty();
        }
        JsonNode limit = json.path(LIMIT);
        return named(json.path("time_policy"), TimePolicy.values(), TimePolicy::wireName)
                .flatMap(
                        policy ->
                                horizon(json.path("retry_horizon_seconds"))
                                        .flatMap(
                                                horizon ->
                                                        read(json, policy, horizon, link, limit)));
    }

    private static Optional<PracticeSettings> read(
            JsonNode json, TimePolicy policy, Duration horizon, JsonNode link, JsonNode limit) {
        Optional<TherapistScope> scope =
                named(
                        json.path("therapist_scope"),
                        TherapistScope.values(),
                        TherapistScope::wireName);
        Optional<CreatePolicy> create =
                named(json.path("create_policy"), CreatePolicy.values(), CreatePolicy::wireName);
        return scope.isEmpty() || create.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PracticeSettings(
                                Optional.ofNullable(json.path(DEFAULT_THERAPIST).textValue()),
                                url(json.path(TOOL_URL)),
                                policy,
                                horizon,
                                scope.get(),
                                create.get(),
                                link.booleanValue(),
                                limit.isNull() ? Optional.empty() : Optional.of(limit.intValue())));
    }

    static ArrayNode write(List<Therapist> therapists) {
        ArrayNode json = StrictJson.object().putArray("therapists");
        for (Therapist therapist : therapists) {
            ObjectNode one =
                    json.addObject()
                            .put("id", therapist.id())
                            .put("display_name", therapist.displayName());
            therapist.names().forEach(one.putArray("names")::add);
        }
        return json;
    }

    static Optional<List<Therapist>> readTherapists(JsonNode json) {
        List<Therapist> therapists = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int names = 0;
        if (!json.isArray() || json.size() > Therapist.MOST) {
            return Optional.empty();
        }
        for (JsonNode each : json) {
            Optional<Therapist> therapist = therapist(each);
            if (therapist.isEmpty() || !ids.add(therapist.get().id())) {
                return Optional.empty();
            }
            names += therapist.get().names().size();
            therapists.add(therapist.get());
        }
        return names > Therapist.MOST_NAMES_OF_ALL ? Optional.empty() : Optional.of(therapists);
    }

    private static Optional<Therapist> therapist(JsonNode json) {
        JsonNode names = json.path("names");
        boolean usable =
                isText(json.path("id"))
                        && isText(json.path("display_name"))
                        && names.isArray()
                        && names.size() <= Therapist.MOST_NAMES
                        && names.valueStream().allMatch(SettingsJson::isText);
        return usable
                ? Optional.of(
                        new Therapist(
                                json.path("id").textValue(),
                                json.path("display_name").textValue(),
                                names.valueStream().map(JsonNode::textValue).toList()))
                : Optional.empty();
    }

    private static boolean isNullOr(JsonNode node, Function<JsonNode, Boolean> usable) {
        return node.isNull() || usable.apply(node);
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual()
                && !node.textValue().isBlank()
                && node.textValue().length() <= Therapist.LONGEST_TEXT
                && JsonbFitness.isStorable(node.textValue());
    }

    private static boolean isLimit(JsonNode node) {
        return node.isInt()
                && node.intValue() >= 1
                && node.intValue() <= PracticeSettings.HIGHEST_LIMIT;
    }

    private static Optional<BookingToolUrl> url(JsonNode node) {
        return Optional.ofNullable(node.textValue()).flatMap(BookingToolUrl::read);
    }

    private static Optional<Duration> horizon(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .filter(
                        seconds ->
                                seconds >= 0
                                        && seconds <= PracticeSettings.LONGEST_HORIZON.toSeconds())
                .map(Duration::ofSeconds);
    }

    private static <E> Optional<E> named(JsonNode node, E[] values, Function<E, String> name) {
        return List.of(values).stream()
                .filter(each -> name.apply(each).equals(node.textValue()))
                .findAny();
    }
}
