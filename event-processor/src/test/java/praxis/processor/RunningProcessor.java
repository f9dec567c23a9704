package praxis.processor;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import praxis.processor.handle.InboundHandler;
import praxis.processor.testbed.Machines;
import praxis.schemas.record.Bytes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A whole processor in this process, with its web server on a port of its own. */
final class RunningProcessor implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final CompletableFuture<Integer> exitCode;

    private RunningProcessor(
            ConfigurableApplicationContext context, CompletableFuture<Integer> exitCode) {
        this.context = context;
        this.exitCode = exitCode;
    }

    static RunningProcessor start(ProcessorConfig config, UnaryOperator<InboundHandler> around) {
        ConfigurableApplicationContext context =
                ProcessorApplication.program(config)
                        .sources(HandlingWiring.class)
                        .initializers(
                                (GenericApplicationContext beans) ->
                                        beans.getBeanFactory()
                                                .addBeanPostProcessor(new Around(around)))
                        .run();
        return new RunningProcessor(
                context, CompletableFuture.supplyAsync(() -> ProcessorApplication.begin(context)));
    }

    private record Around(UnaryOperator<InboundHandler> change) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof InboundHandler handler ? change.apply(handler) : bean;
        }
    }

    static ProcessorConfig config(Machines machines) {
        return new ProcessorConfig(
                new ProcessorConfig.Web("127.0.0.1", 0),
                new ProcessorConfig.Kafka(machines.bootstrap(), true),
                new ProcessorConfig.Database(
                        machines.jdbcUrl(),
                        new ProcessorConfig.Login("praxis_processor", Machines.PASSWORD),
                        new ProcessorConfig.Login("praxis_migrator", Machines.PASSWORD)),
                new ProcessorConfig.Keys(Bytes.of(new byte[32]), Optional.empty()),
                new ProcessorConfig.Limits(2, 100));
    }

    /** Completes when the start has ended, well or not. */
    CompletableFuture<Integer> exitCode() {
        return exitCode;
    }

    boolean isReady() {
        return get("/health/readiness").statusCode() == 200;
    }

    /** The lines of metrics that begin like this. */
    List<String> metrics(String name) {
        return get("/prometheus").body().lines().filter(line -> line.startsWith(name)).toList();
    }

    HttpResponse<String> get(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** In the middle of a test, as an operator would. */
    void stop() {
        close();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
