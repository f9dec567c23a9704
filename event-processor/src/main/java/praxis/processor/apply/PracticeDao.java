package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.BookingState;
import praxis.processor.model.Settings;
import praxis.processor.normalise.Normaliser;
import praxis.schemas.command.BookingToolUrl;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.record.PracticeId;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The practices: what they chose, and when the booking tool was last heard. */
final class PracticeDao {
    private PracticeDao() {}

    /** A practice's row. */
    record Known(Settings settings, String keysVersion, Optional<Instant> lastSignOfLife) {}

    static Map<PracticeId, Known> load(Handle handle, Collection<PracticeId> wanted) {
        Query query =
                handle.createQuery(
                        """
                        select practice_id, default_therapist_id, booking_tool_url, time_policy,
                            time_zone, retry_horizon_seconds, therapist_scope, create_policy,
                            link_without_email, rate_limit_per_minute, settings_version,
                            keys_version, last_sign_of_life
                        from projection.practices
                        where practice_id = any(:practice_id)
                        """);
        new Columns<PracticeId>()
                .text("practice_id", PracticeId::value)
                .bind(query, List.copyOf(wanted));
        return read(query);
    }

    static Map<PracticeId, Known> all(Handle handle) {
        return read(
                handle.createQuery(
                        """
                        select practice_id, default_therapist_id, booking_tool_url, time_policy,
                            time_zone, retry_horizon_seconds, therapist_scope, create_policy,
                            link_without_email, rate_limit_per_minute, settings_version,
                            keys_version, last_sign_of_life
                        from projection.practices
                        """));
    }

    private static Map<PracticeId, Known> read(Query query) {
        Map<PracticeId, Known> found = new HashMap<>();
        Row.each(
                query,
                row ->
                        found.put(
                                row.practice(),
                                new Known(
                                        settings(row),
                                        row.text("keys_version"),
                                        row.maybeInstant("last_sign_of_life"))));
        return found;
    }

    private static Settings settings(Row row) throws SQLException {
        return new Settings(
                new PracticeSettings(
                        row.maybeText("default_therapist_id"),
                        row.maybeText("booking_tool_url").flatMap(BookingToolUrl::read),
                        WireName.read(
                                TimePolicy.values(), TimePolicy::wireName, row.text("time_policy")),
                        Duration.ofSeconds(row.bigint("retry_horizon_seconds")),
                        WireName.read(
                                TherapistScope.values(),
                                TherapistScope::wireName,
                                row.text("therapist_scope")),
                        WireName.read(
                                CreatePolicy.values(),
                                CreatePolicy::wireName,
                                row.text("create_policy")),
                        row.flag("link_without_email"),
                        row.maybeInteger("rate_limit_per_minute")),
                ZoneId.of(row.text("time_zone")),
                row.bigint("settings_version"));
    }

    static void keysMadeBy(Handle handle, PracticeId practice, String normaliser) {
        try (var update =
                handle.createUpdate(
                        """
                        update projection.practices set keys_version = :normaliser
                        where practice_id = :practice
                        """)) {
            update.bind("normaliser", normaliser).bind("practice", practice.value()).execute();
        }
    }

    /** Writes what was chosen, where an order changed it. */
    static void writeSettings(Handle handle, List<BookingState> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        update projection.practices set (
                            default_therapist_id, booking_tool_url, time_policy,
                            retry_horizon_seconds, therapist_scope, create_policy,
                            link_without_email, rate_limit_per_minute, settings_version) = (
                            wanted.therapist, wanted.url, wanted.policy, wanted.horizon,
                            wanted.scope, wanted.creating, wanted.link, wanted.rate, wanted.version)
                        from unnest(
                            :practice_id, :therapist, :url, :policy, :horizon, :scope, :creating,
                            :link, :rate, :version)
                            as wanted (practice, therapist, url, policy, horizon, scope, creating,
                                link, rate, version)
                        where practice_id = wanted.practice
                        """)) {
            new Columns<BookingState>()
                    .text("practice_id", state -> state.practice().value())
                    .text("therapist", state -> chosen(state).defaultTherapistId().orElse(null))
                    .text(
                            "url",
                            state ->
                                    chosen(state)
                                            .bookingToolUrl()
                                            .map(BookingToolUrl::value)
                                            .orElse(null))
                    .text("policy", state -> chosen(state).timePolicy().wireName())
                    .bigint("horizon", state -> chosen(state).retryHorizon().toSeconds())
                    .text("scope", state -> chosen(state).therapistScope().wireName())
                    .text("creating", state -> chosen(state).createPolicy().wireName())
                    .flag("link", state -> chosen(state).linkWithoutEmail())
                    .integer("rate", state -> chosen(state).limitPerMinute().orElse(null))
                    .bigint("version", state -> state.settings().version())
                    .bind(update, changed);
            update.execute();
        }
    }

    private static PracticeSettings chosen(BookingState state) {
        return state.settings().chosen();
    }

    /** Notes the signs of life, and makes the rows of practices that had none. */
    static void write(Handle handle, List<BookingState> states) {
        if (states.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.practices as known (
                            practice_id, last_sign_of_life, keys_version)
                        select *, :keys_version from unnest(:practice_id, :last_sign_of_life)
                        on conflict (practice_id) do update
                        set last_sign_of_life =
                            greatest(known.last_sign_of_life, excluded.last_sign_of_life)
                        """)) {
            new Columns<BookingState>()
                    .text("practice_id", state -> state.practice().value())
                    .instant("last_sign_of_life", BookingState::lastSignOfLife)
                    .bind(update, states);
            update.bind("keys_version", Normaliser.VERSION).execute();
        }
    }
}
