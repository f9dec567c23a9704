package praxis.processor.model;

import org.jspecify.annotations.Nullable;

import praxis.schemas.command.PracticeSettings.TimePolicy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What orders about the practice itself need of its state, beyond those about single patients. */
public final class OfficeNeeds {
    private final Set<String> logins = new TreeSet<>();
    private final Set<TimePolicy> timePolicies = EnumSet.noneOf(TimePolicy.class);
    private boolean directory;
    private @Nullable Instant earliestChange;

    /** Whoever has this login. */
    public void addLogin(String login) {
        logins.add(login);
    }

    public void addDirectory() {
        directory = true;
    }

    /** What lies ahead of then may be read differently. */
    public void addTimePolicy(TimePolicy wanted, Instant at) {
        timePolicies.add(wanted);
        if (earliestChange == null || at.isBefore(earliestChange)) {
            earliestChange = at;
        }
    }

    public void addAll(OfficeNeeds other) {
        logins.addAll(other.logins);
        timePolicies.addAll(other.timePolicies);
        directory |= other.directory;
        if (other.earliestChange != null) {
            other.timePolicies.forEach(policy -> addTimePolicy(policy, other.earliestChange));
        }
    }

    public Set<String> logins() {
        return logins;
    }

    public boolean needsDirectory() {
        return directory;
    }

    /** From when on appointments may be read differently; empty where they cannot. */
    public Optional<Instant> readAgainFrom(TimePolicy held) {
        return timePolicies.stream().allMatch(held::equals)
                ? Optional.empty()
                : Optional.ofNullable(earliestChange);
    }
}
