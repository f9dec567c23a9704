package praxis.read.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.filters.SecurityFilter;

import java.util.Optional;

/** Hands the caller to controllers that ask for one. */
public final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(
            ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        Optional<Caller> caller =
                request.getAttribute(SecurityFilter.AUTHENTICATION, CallerAuthentication.class)
                        .map(CallerAuthentication::caller);
        return () -> caller;
    }
}
