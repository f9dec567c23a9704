package praxis.read.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.filters.SecurityFilter;

import java.util.Optional;

/** Tells controllers that answer for long how long the caller may listen. */
public final class TokenExpiryBinder implements TypedRequestArgumentBinder<TokenExpiry> {
    @Override
    public Argument<TokenExpiry> argumentType() {
        return Argument.of(TokenExpiry.class);
    }

    @Override
    public BindingResult<TokenExpiry> bind(
            ArgumentConversionContext<TokenExpiry> context, HttpRequest<?> request) {
        Optional<TokenExpiry> expiry =
                request.getAttribute(SecurityFilter.AUTHENTICATION, CallerAuthentication.class)
                        .map(known -> new TokenExpiry(known.expiry()));
        return () -> expiry;
    }
}
