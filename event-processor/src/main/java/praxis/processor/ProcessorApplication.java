package praxis.processor;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import praxis.processor.apply.Database;
import praxis.processor.consume.ClientSettings;
import praxis.processor.consume.InboundConsumption;
import praxis.processor.evaluate.MatchCommand;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.publish.OutboxPublication;
import praxis.processor.rebuild.CheckpointKey;
import praxis.processor.rebuild.Rebuild;
import praxis.processor.rebuild.RebuildCommand;
import praxis.processor.rebuild.Verification;
import praxis.processor.rebuild.VerifyCommand;
import praxis.processor.start.Outcome;
import praxis.processor.start.Startup;
import praxis.processor.watch.ReviewGauges;
import praxis.processor.watch.TopicWatch;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.record.Position.TopicId;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;

/** The processor as a program: without a subcommand it runs until it is told to end. */
@Command(
        name = "event-processor",
        description = "Folds booking.inbound.v1 into the database.",
        mixinStandardHelpOptions = true)
public final class ProcessorApplication implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ProcessorApplication.class);
    private static final int UNUSABLE_SETTINGS = 2;
    private static final int REFUSED = 1;

    public static void main(String[] arguments) {
        CommandLine program =
                new CommandLine(new ProcessorApplication())
                        .addSubcommand(
                                new VerifyCommand(
                                        ProcessorApplication::verification,
                                        InstantSource.system(),
                                        new PrintWriter(System.out, true, UTF_8)));
        program.addSubcommand(
                new RebuildCommand(
                        ProcessorApplication::rebuild,
                        InstantSource.system(),
                        new PrintWriter(System.out, true, UTF_8),
                        new PrintWriter(System.err, true, UTF_8)));
        program.addSubcommand(
                MatchCommand.commandLine(
                        System::nanoTime, new PrintWriter(System.out, true, UTF_8)));
        program.setExecutionExceptionHandler(
                (trouble, command, _) -> {
                    command.getErr().println(trouble.getMessage());
                    return UNUSABLE_SETTINGS;
                });
        int code = program.execute(arguments);
        // After a good start the web server's threads keep the process alive.
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        return switch (ProcessorConfig.read(System.getenv())) {
            case ProcessorConfig.Reading.Unusable(var problems) -> {
                problems.forEach(System.err::println);
                yield UNUSABLE_SETTINGS;
            }
            case ProcessorConfig.Reading.Usable(var config) -> serve(config);
        };
    }

    private static int serve(ProcessorConfig config) {
        return begin(program(config).sources(HandlingWiring.class).run());
    }

    private static VerifyCommand.Means verification() {
        ProcessorConfig config = forCommand();
        ProcessorConfig.Database database = config.database();
        // The tables are read whole here, so the plans of the running processor do not fit.
        Jdbi jdbi =
                Jdbi.create(
                        database.url(),
                        database.processor().user(),
                        database.processor().password());
        return new VerifyCommand.Means(
                new Verification(jdbi, () -> readingAll(config), decoder(config)),
                CheckpointKey.derivedFrom(config.keys().main()));
    }

    private static Rebuild rebuild() {
        ProcessorConfig config = forCommand();
        return new Rebuild(
                () ->
                        Database.ofOwner(
                                config.database().url(),
                                config.database().migrator().user(),
                                config.database().migrator().password()),
                () -> readingAll(config),
                decoder(config));
    }

    private static ProcessorConfig forCommand() {
        return switch (ProcessorConfig.read(System.getenv())) {
            case ProcessorConfig.Reading.Unusable(var problems) ->
                    throw new IllegalArgumentException(String.join("\n", problems));
            case ProcessorConfig.Reading.Usable(var config) -> {
                // A person reads the answer: the clients' own log lines would bury it.
                if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                        instanceof ch.qos.logback.classic.Logger root) {
                    root.setLevel(Level.WARN);
                }
                yield config;
            }
        };
    }

    private static KafkaConsumer<byte[], byte[]> readingAll(ProcessorConfig config) {
        return new KafkaConsumer<>(
                ClientSettings.readingAll(
                        Map.of(BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap())));
    }

    private static RecordDecoder decoder(ProcessorConfig config) {
        return new RecordDecoder(
                new IdentityDigests(config.keys().main().toArray()),
                config.keys().command().map(key -> new CommandSeal(key.toArray())));
    }

    /** The program without what handles records: tests bring their own. */
    static SpringApplicationBuilder program(ProcessorConfig config) {
        return new SpringApplicationBuilder(ProcessorWiring.class)
                .web(WebApplicationType.SERVLET)
                .initializers(
                        (GenericApplicationContext context) -> {
                            context.registerBean(ProcessorConfig.class, () -> config);
                            context.registerBean(InstantSource.class, InstantSource::system);
                        });
    }

    /** Returns an exit code: 0 once records flow, another if they never must. */
    static int begin(ConfigurableApplicationContext context) {
        return switch (context.getBean(Startup.class).run()) {
            case Outcome.Done<TopicId>(var topic) -> {
                context.getBean(OutboxPublication.class).start();
                context.getBean(InboundConsumption.class).start(topic);
                context.getBean(TopicWatch.class).start(topic);
                context.getBeanProvider(ReviewGauges.class).ifAvailable(ReviewGauges::start);
                yield 0;
            }
            case Outcome.Refused<TopicId>(var sentence) -> {
                log.error(sentence);
                context.close();
                yield REFUSED;
            }
        };
    }
}
