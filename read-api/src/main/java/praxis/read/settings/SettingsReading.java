package praxis.read.settings;

import praxis.read.answers.Members;
import praxis.read.answers.Reading;
import praxis.schemas.command.BookingToolUrl;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.StaffCommand.ChangeSettings;
import praxis.schemas.command.StaffCommand.ChangeTherapists;
import praxis.schemas.command.Therapist;
import praxis.schemas.event.Field;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what admins choose. */
final class SettingsReading {
    private static final String TOOL_URL = "booking_tool_url";

    private final Members body;

    SettingsReading(Members body) {
        this.body = body;
    }

    /** What is absent stays as it is in the version that was read. */
    Reading<ChangeSettings> settings(SettingsView read) {
        PracticeSettings held = read.chosen();
        body.known(
                "version",
                "default_therapist_id",
                TOOL_URL,
                "time_policy",
                "time_zone",
                "retry_horizon_seconds",
                "therapist_scope",
                "create_policy",
                "link_without_email",
                "rate_limit_per_minute");
        if (body.has("time_zone")) {
            body.oneOf("time_zone", List.of(read.timeZone()));
        }
        long version = version(read.version());
        PracticeSettings wanted =
                new PracticeSettings(
                        or(
                                body.nullableText("default_therapist_id", Therapist.LONGEST_TEXT),
                                held.defaultTherapistId()),
                        toolUrl(held.bookingToolUrl()),
                        chosen(
                                "time_policy",
                                TimePolicy.values(),
                                TimePolicy::wireName,
                                held.timePolicy()),
                        body.number(
                                        "retry_horizon_seconds",
                                        0,
                                        PracticeSettings.LONGEST_HORIZON.toSeconds())
                                .toOptional()
                                .map(Duration::ofSeconds)
                                .orElse(held.retryHorizon()),
                        chosen(
                                "therapist_scope",
                                TherapistScope.values(),
                                TherapistScope::wireName,
                                held.therapistScope()),
                        chosen(
                                "create_policy",
                                CreatePolicy.values(),
                                CreatePolicy::wireName,
                                held.createPolicy()),
                        body.flag("link_without_email").orElse(held.linkWithoutEmail()),
                        or(
                                body.number(
                                                "rate_limit_per_minute",
                                                1,
                                                PracticeSettings.HIGHEST_LIMIT)
                                        .map(Math::toIntExact),
                                held.limitPerMinute()));
        return body.reading(() -> new ChangeSettings(version, wanted));
    }

    Reading<ChangeTherapists> therapists(long readVersion) {
        body.known("version", "data");
        long version = version(readVersion);
        List<Therapist> therapists = body.each("data", Therapist.MOST, SettingsReading::therapist);
        Set<String> ids = new HashSet<>();
        if (!therapists.stream().allMatch(each -> ids.add(each.id()))) {
            body.refuse("data", "Each sub once.");
        }
        if (therapists.stream().mapToInt(each -> each.names().size()).sum()
                > Therapist.MOST_NAMES_OF_ALL) {
            body.refuse("data", "At most " + Therapist.MOST_NAMES_OF_ALL + " names in all.");
        }
        return body.reading(() -> new ChangeTherapists(version, therapists));
    }

    private static Therapist therapist(Members each) {
        each.known("sub", "display_name", "names");
        each.require("sub", "Required: the therapist's login.");
        each.require("display_name", "Required.");
        return new Therapist(
                each.text("sub", Therapist.LONGEST_TEXT).orElse(""),
                each.text("display_name", Therapist.LONGEST_TEXT).orElse(""),
                each.texts("names", Therapist.MOST_NAMES, Therapist.LONGEST_TEXT));
    }

    private long version(long read) {
        return body.number("version", 0, Long.MAX_VALUE).toOptional().orElse(read);
    }

    private Optional<BookingToolUrl> toolUrl(Optional<BookingToolUrl> held) {
        Field<String> said = body.nullableText(TOOL_URL, BookingToolUrl.LONGEST);
        Optional<BookingToolUrl> url = said.toOptional().flatMap(BookingToolUrl::read);
        if (said.toOptional().isPresent() && url.isEmpty()) {
            body.refuse(TOOL_URL, BookingToolUrl.RULE);
        }
        return said.isAbsent() ? held : url;
    }

    private <E> E chosen(String name, E[] values, Function<E, String> wireName, E held) {
        List<String> names = new ArrayList<>(Arrays.stream(values).map(wireName).toList());
        return body.oneOf(name, names)
                .map(said -> SettingsView.named(values, wireName, said))
                .orElse(held);
    }

    private static <T> Optional<T> or(Field<T> said, Optional<T> held) {
        return said.isAbsent() ? held : said.toOptional();
    }
}
