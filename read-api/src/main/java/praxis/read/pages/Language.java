package praxis.read.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages; German unless somebody chose otherwise. */
public enum Language {
    DE(Locale.GERMANY),
    EN(Locale.UK);

    static final String COOKIE = "praxis_language";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String code() {
        return locale.getLanguage();
    }

    static Optional<Language> named(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findAny();
    }

    static Language of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .flatMap(Language::named)
                .orElse(DE);
    }
}
