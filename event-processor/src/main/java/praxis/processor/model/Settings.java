package praxis.processor.model;

import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TimePolicy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What counts in a practice.
 *
 * @param chosen by its admins
 * @param version how often they have changed it, or the directory
 */
public record Settings(PracticeSettings chosen, ZoneId zone, long version) {
    public static final Settings DEFAULT =
            new Settings(PracticeSettings.DEFAULT, ZoneId.of("Europe/Berlin"), 0);

    /** With defaults for the rest. */
    public Settings(
            Optional<String> defaultTherapistId,
            TimePolicy timePolicy,
            ZoneId zone,
            Duration retryHorizon,
            boolean linkWithoutEmail) {
        this(
                new PracticeSettings(
                        defaultTherapistId,
                        PracticeSettings.DEFAULT.bookingToolUrl(),
                        timePolicy,
                        retryHorizon,
                        PracticeSettings.DEFAULT.therapistScope(),
                        PracticeSettings.DEFAULT.createPolicy(),
                        linkWithoutEmail,
                        PracticeSettings.DEFAULT.limitPerMinute()),
                zone,
                0);
    }

    public Optional<String> defaultTherapistId() {
        return chosen.defaultTherapistId();
    }

    public TimePolicy timePolicy() {
        return chosen.timePolicy();
    }

    public Duration retryHorizon() {
        return chosen.retryHorizon();
    }

    public boolean linkWithoutEmail() {
        return chosen.linkWithoutEmail();
    }

    public CreatePolicy createPolicy() {
        return chosen.createPolicy();
    }

    /** As they are once an order has changed them. */
    public Settings choosing(PracticeSettings wanted) {
        return new Settings(wanted, zone, version + 1);
    }
}
