package praxis.processor.start;

import praxis.processor.apply.InstallationStore;
import praxis.processor.apply.InstallationStore.Source;

import java.util.Optional;

/** Remembers the installation in the database itself, so that both live and die together. */
public final class DatabaseMemory implements Installation.Memory {
    private final InstallationStore store;

    public DatabaseMemory(InstallationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Installation> find() {
        return store.find().map(DatabaseMemory::installation);
    }

    @Override
    public Installation remember(Installation offered) {
        return installation(store.remember(new Source(offered.topic(), offered.partitions())));
    }

    private static Installation installation(Source known) {
        return new Installation(known.topic(), known.partitions());
    }
}
