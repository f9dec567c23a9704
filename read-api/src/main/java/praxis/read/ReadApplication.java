package praxis.read;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.Map;

/** Starts the read API. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Praxis read API",
                        version = "1",
                        description =
                                "Appointments, patients and the event log of a practice. Times are"
                                        + " ISO-8601 in UTC; fields without a value are null.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT with iss, aud, exp, sub, role (admin, therapist, patient), practice.")
public final class ReadApplication {
    private static final int EXIT_UNUSABLE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ReadApplication.class);

    private ReadApplication() {}

    public static void main(String[] arguments) {
        try {
            EmbeddedServer server = start(ReadConfig.from(System.getenv()), Clock.systemUTC());
            LOG.info("read-api listens on {}:{}", server.getHost(), server.getPort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        } catch (UnusableSetting refused) {
            System.err.println("read-api does not start: " + refused.getMessage());
            System.exit(EXIT_UNUSABLE);
        }
    }

    /**
     * Returns when the server listens; the database need not be there yet.
     *
     * @param clock what is taken for now, by each part: the framework offers an {@code
     *     InstantSource} of its own, so ours is asked for as a {@code Clock}
     */
    public static EmbeddedServer start(ReadConfig config, Clock clock) {
        ApplicationContext context =
                ApplicationContext.builder()
                        // Settings come from ReadConfig alone: no variable of the environment may
                        // reach into the framework, say to switch its security off.
                        .environmentPropertySource(false)
                        .deduceEnvironment(false)
                        .banner(false)
                        .properties(
                                Map.of(
                                        "micronaut.server.host", config.host(),
                                        "micronaut.server.port", config.port()))
                        .singletons(config, clock)
                        .start();
        try {
            return context.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException refused) {
            context.close();
            throw new UnusableSetting(
                    "Nothing can listen on "
                            + config.host()
                            + " port "
                            + config.port()
                            + "; it may be taken.");
        }
    }
}
