package praxis.testkit;

/** A real Kafka broker for tests, wherever it runs. */
public interface Broker extends AutoCloseable {
    String bootstrap();

    /** Makes the project's topics; those that are there already stay as they are. */
    void createTopics();

    /** Returns when the broker is gone. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
