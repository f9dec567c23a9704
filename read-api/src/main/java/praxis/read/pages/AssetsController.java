package praxis.read.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

import praxis.read.answers.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Serves what pages are made of besides text; nothing of it comes from elsewhere. */
@Controller("/assets")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
class AssetsController {
    private static final Map<String, Asset> ASSETS =
            Map.of(
                    "pages.css", new Asset("/assets/pages.css", "text/css;charset=utf-8"),
                    "pages.js", new Asset("/assets/pages.js", "text/javascript;charset=utf-8"),
                    "icon.svg", new Asset("/assets/icon.svg", "image/svg+xml"),
                    "htmx.js",
                            new Asset(
                                    "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                                    "text/javascript;charset=utf-8"));

    private record Asset(String path, String mediaType) {}

    @Get("/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<?> asset(@PathVariable String name) {
        Asset asset = ASSETS.get(name);
        return asset == null
                ? Problem.notFound()
                : HttpResponse.ok(read(asset.path()))
                        .contentType(asset.mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }

    private static byte[] read(String path) {
        try (InputStream resource = AssetsController.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return resource.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
