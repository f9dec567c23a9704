package praxis.read.access;

import io.micronaut.security.authentication.Authentication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A caller in the form in which the framework carries it to its own role checks. */
record CallerAuthentication(Caller caller, Instant expiry) implements Authentication {
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return caller.subject().value();
    }

    @Override
    public Collection<String> getRoles() {
        return List.of(caller.role().wireName());
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
