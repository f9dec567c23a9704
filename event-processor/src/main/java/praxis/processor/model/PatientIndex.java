package praxis.processor.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which patients bear a key, and how many of them have a name; follows each patient's changes. */
final class PatientIndex {
    private final Map<MatchKey, NavigableSet<PatientId>> bearers = new HashMap<>();
    private final Map<Counted, Integer> counts = new HashMap<>();
    private final Changes changes = new Changes();

    /**
     * @param counts by how much each count changed
     */
    record Changes(
            Map<MatchKey, NavigableSet<PatientId>> keysAdded,
            Map<MatchKey, NavigableSet<PatientId>> keysRemoved,
            Map<Counted, Integer> counts) {
        private Changes() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    Changes changes() {
        return changes;
    }

    NavigableSet<PatientId> bearersOf(MatchKey key) {
        return bearers.getOrDefault(key, Collections.emptyNavigableSet());
    }

    int countOf(Counted counted) {
        return counts.getOrDefault(counted, 0);
    }

    void load(MatchKey key, PatientId bearer) {
        add(bearers, key, bearer);
    }

    void load(Counted counted, int patients) {
        counts.put(counted, patients);
    }

    void replace(Optional<Patient> before, Patient after) {
        if (before.filter(known -> isFoundAs(known, after)).isPresent()) {
            return;
        }
        reindex(after.id(), of(before, MatchKeys::of), MatchKeys.of(after));
        of(before, Counted::of).forEach(counted -> count(counted, -1));
        Counted.of(after).forEach(counted -> count(counted, 1));
    }

    /** Nothing changed by which a patient is found: the commonest change there is. */
    private static boolean isFoundAs(Patient before, Patient after) {
        return before.details().equals(after.details())
                && before.bookingEmail().equals(after.bookingEmail())
                && before.isActive() == after.isActive();
    }

    private static <T> Set<T> of(Optional<Patient> patient, Function<Patient, Set<T>> part) {
        return patient.map(part).orElseGet(Collections::emptySet);
    }

    private void reindex(PatientId id, Set<MatchKey> before, Set<MatchKey> after) {
        for (MatchKey gone : before) {
            if (!after.contains(gone)) {
                remove(bearers, gone, id);
                remove(changes.keysAdded, gone, id);
                add(changes.keysRemoved, gone, id);
            }
        }
        for (MatchKey come : after) {
            if (!before.contains(come)) {
                add(bearers, come, id);
                remove(changes.keysRemoved, come, id);
                add(changes.keysAdded, come, id);
            }
        }
    }

    private void count(Counted counted, int more) {
        counts.merge(counted, more, PatientIndex::sum);
        changes.counts.merge(counted, more, PatientIndex::sum);
    }

    private static Integer sum(Integer one, Integer other) {
        return one + other;
    }

    static <K, V extends Comparable<V>> void add(Map<K, NavigableSet<V>> index, K key, V value) {
        index.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
    }

    static <K, V extends Comparable<V>> void remove(Map<K, NavigableSet<V>> index, K key, V value) {
        NavigableSet<V> values = index.get(key);
        if (values != null && values.remove(value) && values.isEmpty()) {
            index.remove(key);
        }
    }
}
