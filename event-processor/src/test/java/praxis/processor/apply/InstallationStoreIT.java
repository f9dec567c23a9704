package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.apply.InstallationStore.Source;
import praxis.schemas.record.Position.TopicId;

/** The topic of the first start is the one that counts. */
class InstallationStoreIT {
    private static final Source FIRST = new Source(new TopicId("dGhlIGZpcnN0IHRvcGljIQ"), 12);

    @Test
    void remembersTheFirstSourceForEver() {
        try (Database connections = TestDatabase.fresh().asProcessor()) {
            InstallationStore store = new InstallationStore(connections.jdbi());
            assertThat(store.find()).isEmpty();
            assertThat(store.remember(FIRST)).isEqualTo(FIRST);
            assertThat(store.remember(FIRST)).isEqualTo(FIRST);
            assertThat(store.remember(new Source(FIRST.topic(), 24))).isEqualTo(FIRST);
            assertThat(store.remember(new Source(new TopicId("another"), 12))).isEqualTo(FIRST);
            assertThat(new InstallationStore(connections.jdbi()).find()).contains(FIRST);
        }
    }
}
