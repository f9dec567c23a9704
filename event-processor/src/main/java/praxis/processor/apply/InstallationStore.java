package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import praxis.schemas.record.Position.TopicId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers, from its first start on, which topic the database is filled from. */
public final class InstallationStore {
    private final Jdbi jdbi;

    public InstallationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The topic by Kafka's own id, and how many partitions it had. */
    public record Source(TopicId topic, int partitions) {}

    public Optional<Source> find() {
        return jdbi.withHandle(InstallationStore::find);
    }

    /**
     * Remembers {@code offered} unless something is remembered already.
     *
     * @return what is remembered; when it is not what was offered, the database belongs to another
     *     topic, or the topic has grown
     */
    public Source remember(Source offered) {
        return jdbi.inTransaction(
                handle -> {
                    insert(handle, offered);
                    return find(handle).orElseThrow();
                });
    }

    private static void insert(Handle handle, Source offered) {
        try (var update =
                handle.createUpdate(
                        """
                        insert into ledger.installation (topic_id, partition_count)
                        values (:topic, :partitions)
                        on conflict do nothing
                        """)) {
            update.bind("topic", offered.topic().value())
                    .bind("partitions", offered.partitions())
                    .execute();
        }
    }

    private static Optional<Source> find(Handle handle) {
        List<Source> found = new ArrayList<>();
        Row.each(
                handle.createQuery("select topic_id, partition_count from ledger.installation"),
                row ->
                        found.add(
                                new Source(
                                        new TopicId(row.text("topic_id")),
                                        row.integer("partition_count"))));
        return found.stream().findFirst();
    }
}
