package praxis.read.settings;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.schemas.command.BookingToolUrl;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The settings of a practice as the API shows and takes them. */
@Schema(
        name = "Settings",
        example =
                """
                {
                  "version": 3,
                  "default_therapist_id": "t1",
                  "booking_tool_url": "https://termine.example.org/buchen",
                  "time_policy": "offset",
                  "time_zone": "Europe/Berlin",
                  "retry_horizon_seconds": 86400,
                  "therapist_scope": "own",
                  "create_policy": "always",
                  "link_without_email": false,
                  "rate_limit_per_minute": null
                }
                """)
record SettingsView(
        @Schema(description = "Counts changes; whoever sends it back changes this version alone.")
                long version,
        @Schema(
                        maxLength = 200,
                        description = "Whose new patients are; null: only admins see them.")
                @Nullable String defaultTherapistId,
        @Schema(
                        maxLength = BookingToolUrl.LONGEST,
                        description = "https; null: nobody is led to the booking tool.")
                @Nullable String bookingToolUrl,
        @Schema(
                        type = "string",
                        allowableValues = {"offset", "local"},
                        description = "local: a time that ends in Z means the practice's own.")
                String timePolicy,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) String timeZone,
        @Schema(minimum = "0", maximum = "2592000") long retryHorizonSeconds,
        @Schema(
                        type = "string",
                        allowableValues = {"own", "practice"})
                String therapistScope,
        @Schema(
                        type = "string",
                        allowableValues = {"always", "with_first_appointment", "ask"},
                        description = "When a newcomer whom nobody resembles becomes a patient.")
                String createPolicy,
        @Schema(
                        description =
                                "Whether full name, birth date and phone suffice where our patient"
                                        + " has no e-mail address.")
                boolean linkWithoutEmail,
        @Schema(
                        minimum = "1",
                        maximum = "1000000",
                        description = "Null: the installation's default.")
                @Nullable Integer rateLimitPerMinute) {

    /** Of a practice of which nothing has been heard yet. */
    static final SettingsView UNTOUCHED =
            new SettingsView(
                    0,
                    null,
                    null,
                    PracticeSettings.DEFAULT.timePolicy().wireName(),
                    "Europe/Berlin",
                    PracticeSettings.DEFAULT.retryHorizon().toSeconds(),
                    PracticeSettings.DEFAULT.therapistScope().wireName(),
                    PracticeSettings.DEFAULT.createPolicy().wireName(),
                    PracticeSettings.DEFAULT.linkWithoutEmail(),
                    null);

    PracticeSettings chosen() {
        return new PracticeSettings(
                Optional.ofNullable(defaultTherapistId),
                Optional.ofNullable(bookingToolUrl).flatMap(BookingToolUrl::read),
                named(TimePolicy.values(), TimePolicy::wireName, timePolicy),
                Duration.ofSeconds(retryHorizonSeconds),
                named(TherapistScope.values(), TherapistScope::wireName, therapistScope),
                named(CreatePolicy.values(), CreatePolicy::wireName, createPolicy),
                linkWithoutEmail,
                Optional.ofNullable(rateLimitPerMinute));
    }

    static <E> E named(E[] values, Function<E, String> name, String wanted) {
        return Arrays.stream(values)
                .filter(each -> name.apply(each).equals(wanted))
                .findAny()
                .orElseThrow();
    }
}
