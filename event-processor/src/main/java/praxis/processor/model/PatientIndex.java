package praxis.processor.model;

import org.jspecify.annotations.Nullable;

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

    /** Of keys not all of whose bearers were loaded: how many more may lose them. */
    private final Map<MatchKey, Integer> spare = new HashMap<>();

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

    /** More bear the key than were loaded; it stays too common until so many have lost it. */
    void loadedInPart(MatchKey key, int spares) {
        spare.put(key, spares);
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
                if (!remove(changes.keysAdded, gone, id)) {
                    spend(gone);
                }
                add(changes.keysRemoved, gone, id);
            }
        }
        for (MatchKey come : after) {
            if (!before.contains(come)) {
                add(bearers, come, id);
                if (remove(changes.keysRemoved, come, id)) {
                    spare.computeIfPresent(come, (_, left) -> left + 1);
                }
                add(changes.keysAdded, come, id);
            }
        }
    }

    private void spend(MatchKey key) {
        @Nullable Integer left = spare.computeIfPresent(key, (_, before) -> before - 1);
        if (left != null && left < 0) {
            throw new TooMuchAtOnce("too many lost a key that was loaded in part");
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

    /** Tells whether it was there. */
    static <K, V extends Comparable<V>> boolean remove(
            Map<K, NavigableSet<V>> index, K key, V value) {
        NavigableSet<V> values = index.get(key);
        if (values == null || !values.remove(value)) {
            return false;
        }
        if (values.isEmpty()) {
            index.remove(key);
        }
        return true;
    }
}
