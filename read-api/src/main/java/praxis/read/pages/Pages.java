package praxis.read.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;

import praxis.read.access.Caller;
import praxis.read.access.Caller.Role;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes pages of templates. */
public final class Pages {
    private static final String MEDIA_TYPE = "text/html;charset=utf-8";
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Berlin");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private final PageQueries queries;
    private final Session session;
    private final InstantSource clock;
    private final PebbleEngine engine;

    public Pages(PageQueries queries, Session session, InstantSource clock) {
        this.queries = queries;
        this.session = session;
        this.clock = clock;
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("pages");
        loader.setSuffix(".html");
        this.engine =
                new PebbleEngine.Builder()
                        .loader(loader)
                        .strictVariables(true)
                        .extension(new PageFunctions())
                        .build();
    }

    /** A page for who has signed in. */
    public MutableHttpResponse<?> show(
            HttpRequest<?> request, Caller caller, String template, Map<String, Object> model) {
        return show(HttpStatus.OK, request, caller, template, model);
    }

    /** The same with another status. */
    public MutableHttpResponse<?> show(
            HttpStatus status,
            HttpRequest<?> request,
            Caller caller,
            String template,
            Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("role", caller.role().wireName());
        whole.put(PageFunctions.ZONE, zone(caller));
        return render(status, request, template, whole);
    }

    /** By whose clock the caller's practice works. */
    public ZoneId zone(Caller caller) {
        return queries.zone(caller);
    }

    /** A page that knows nobody and asks nothing. */
    MutableHttpResponse<?> showAnybody(
            HttpStatus status, HttpRequest<?> request, String template, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("role", "");
        whole.put(PageFunctions.ZONE, USUAL_ZONE);
        return render(status, request, template, whole);
    }

    private MutableHttpResponse<?> render(
            HttpStatus status, HttpRequest<?> request, String template, Map<String, Object> model) {
        Language language = Language.of(request);
        model.put("language", language.code());
        model.put("here", request.getUri().toString());
        model.put("section", PagePaths.section(request.getPath()));
        model.put(Session.FORM_FIELD, session.formToken(request));
        model.put(PageFunctions.NOW, clock.instant());
        StringWriter text = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(text, model, language.locale());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HttpResponse.status(status)
                .contentType(MEDIA_TYPE)
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Does what a form asks for, if the form was ours. */
    public HttpResponse<?> guarded(
            HttpRequest<?> request, Map<String, String> form, Supplier<HttpResponse<?>> action) {
        return session.isOwn(request, form)
                ? action.get()
                : error(request, HttpStatus.FORBIDDEN, "error.form");
    }

    /** Goes on to another page of ours. */
    public static MutableHttpResponse<?> goTo(String address) {
        return HttpResponse.seeOther(URI.create(address));
    }

    MutableHttpResponse<?> error(HttpRequest<?> request, HttpStatus status, String words) {
        return showAnybody(status, request, "error", Map.of("words", words));
    }

    /** Where each role begins. */
    public static String start(Role role) {
        return switch (role) {
            case ADMIN -> "/os/start";
            case THERAPIST -> "/os/day";
            case PATIENT -> "/app";
        };
    }
}
