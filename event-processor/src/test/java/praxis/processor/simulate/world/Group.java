package praxis.processor.simulate.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Says whose each partition is; a processor may hear of it late. */
final class Group {
    private final Map<Integer, Processor> owners = new HashMap<>();
    private final Consumer<Processor> onCommit;

    /**
     * @param onCommit told when a processor is about to commit an offset
     */
    Group(Consumer<Processor> onCommit) {
        this.onCommit = onCommit;
    }

    void assign(int partition, Processor owner) {
        owners.put(partition, owner);
    }

    Processor ownerOf(int partition) {
        return Objects.requireNonNull(owners.get(partition));
    }

    void heardCommit(Processor processor) {
        onCommit.accept(processor);
    }
}
