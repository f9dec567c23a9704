package praxis.processor;

import praxis.schemas.record.Bytes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about the processor that an operator sets, read from the environment. */
public record ProcessorConfig(Web web, Kafka kafka, Database database, Keys keys, Limits limits) {

    /** Where health and metrics are served. */
    public record Web(String host, int port) {}

    /**
     * The log.
     *
     * @param singleBrokerAccepted somebody has decided that one broker, and so one disk, will do
     */
    public record Kafka(String bootstrap, boolean singleBrokerAccepted) {}

    /**
     * The database.
     *
     * @param url JDBC, as {@code jdbc:postgresql://host:port/database}
     * @param migrator may put on the owner's role; used at the start only
     */
    public record Database(String url, Login processor, Login migrator) {}

    /** A database role that can log in. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Secrets of 32 bytes each.
     *
     * @param main encrypts stored secrets
     * @param command proves that a command comes from the read API; without it, none is obeyed
     */
    public record Keys(Bytes main, Optional<Bytes> command) {
        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    /**
     * How much at once.
     *
     * @param threads consumers in this process; more than partitions would have nothing to do
     * @param maxPollRecords of one partition at once; a transaction takes 2,000 of them at most
     */
    public record Limits(int threads, int maxPollRecords) {}

    /** What reading the environment gave. */
    public sealed interface Reading {
        record Usable(ProcessorConfig config) implements Reading {}

        /**
         * The processor cannot run with it.
         *
         * @param problems one sentence each, naming the variable but never its value
         */
        record Unusable(List<String> problems) implements Reading {}
    }

    public static Reading read(Map<String, String> environment) {
        Environment from = new Environment(environment);
        ProcessorConfig config =
                new ProcessorConfig(
                        new Web(
                                from.text("PRAXIS_PROCESSOR_HOST", "0.0.0.0"),
                                from.number("PRAXIS_PROCESSOR_PORT", 8082, 0, 65_535)),
                        new Kafka(
                                from.brokers("PRAXIS_KAFKA_BOOTSTRAP"),
                                from.accepted("PRAXIS_SINGLE_BROKER")),
                        new Database(
                                from.jdbcUrl("PRAXIS_DB_URL"),
                                new Login(
                                        from.text("PRAXIS_DB_USER"),
                                        from.text("PRAXIS_DB_PASSWORD")),
                                new Login(
                                        from.text("PRAXIS_DB_MIGRATOR_USER"),
                                        from.text("PRAXIS_DB_MIGRATOR_PASSWORD"))),
                        new Keys(
                                from.key("PRAXIS_MAIN_KEY"),
                                from.optionalKey("PRAXIS_COMMAND_KEY")),
                        new Limits(
                                from.number("PRAXIS_PROCESSOR_THREADS", 2, 1, 64),
                                from.number("PRAXIS_PROCESSOR_MAX_POLL_RECORDS", 6000, 1, 10_000)));
        return from.problems().isEmpty()
                ? new Reading.Usable(config)
                : new Reading.Unusable(from.problems());
    }
}
