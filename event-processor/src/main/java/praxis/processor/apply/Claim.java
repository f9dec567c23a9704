package praxis.processor.apply;

import org.jspecify.annotations.Nullable;

import praxis.processor.model.Progress;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a transaction may still do: nothing before it has claimed its partition, nothing after the
 * claim was refused, and in the end exactly what it claimed.
 */
final class Claim {
    private @Nullable Taken taken;

    private record Taken(int partition, long after) {}

    Optional<Progress> taking(int partition, long after, Supplier<Optional<Progress>> attempt) {
        if (taken != null) {
            throw new IllegalStateException("a transaction claims once");
        }
        Optional<Progress> stood = attempt.get();
        if (stood.isPresent()) {
            taken = new Taken(partition, after);
        }
        return stood;
    }

    void check() {
        if (taken == null) {
            throw new IllegalStateException("a transaction first claims its partition");
        }
    }

    void checkEndsWith(Progress after) {
        check();
        if (!new Taken(after.partition(), after.nextOffset()).equals(taken)) {
            throw new IllegalStateException("a transaction ends where its claim does");
        }
        if (after.edge().size() != after.nextOffset()) {
            throw new IllegalStateException("the tree has one leaf per record");
        }
    }
}
