package praxis.read.docs;

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

/** Serves the API's description: the document, and a page to browse and try it, without a CDN. */
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
class DocsController {
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui-dist/5.27.1/";
    // The library sets styles on elements, so styles cannot be as strict as scripts.
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, Asset> ASSETS =
            Map.of(
                    "start.js",
                    new Asset("/docs/start.js", "text/javascript"),
                    "swagger-ui.css",
                    new Asset(LIBRARY + "swagger-ui.css", "text/css"),
                    "swagger-ui-bundle.js",
                    new Asset(LIBRARY + "swagger-ui-bundle.js", "text/javascript"));

    private record Asset(String path, String mediaType) {}

    @Get("/openapi.yml")
    @Produces("application/yaml")
    HttpResponse<byte[]> document() {
        return HttpResponse.ok(read("/META-INF/swagger/praxis-read-api.yml"));
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(read("/docs/index.html"))
                .header("Content-Security-Policy", PAGE_POLICY);
    }

    @Get("/docs/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<?> asset(@PathVariable String name) {
        Asset asset = ASSETS.get(name);
        return asset == null
                ? Problem.notFound()
                : HttpResponse.ok(read(asset.path())).contentType(asset.mediaType());
    }

    private static byte[] read(String path) {
        try (InputStream resource = DocsController.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return resource.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
