package praxis.processor.apply;

import org.jdbi.v3.core.Handle;

import praxis.processor.apply.MatchKeyDao.Bearer;
import praxis.processor.apply.NameCountDao.Count;
import praxis.processor.model.Counted;
import praxis.processor.model.MatchKeys;
import praxis.processor.model.Patient;
import praxis.processor.normalise.Normaliser;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the keys and counts of a practice anew after another normaliser made them. In the very
 * transaction that needs them: whatever processors of other releases did meanwhile, nothing is
 * decided by keys that are not ours.
 */
final class KeyRenewal {
    /** Bounds what is held in memory. */
    private static final int KEYS_AT_ONCE = 20_000;

    private final Handle handle;
    private final PracticeId practice;
    private final List<InPractice<Bearer>> keys = new ArrayList<>();
    private final Map<Counted, Integer> counts = new HashMap<>();

    private KeyRenewal(Handle handle, PracticeId practice) {
        this.handle = handle;
        this.practice = practice;
    }

    static void renew(Handle handle, PracticeId practice) {
        new KeyRenewal(handle, practice).renew();
    }

    private void renew() {
        MatchKeyDao.forget(handle, practice);
        NameCountDao.forget(handle, practice);
        PatientDao.of(handle, practice, row -> add(row.value()));
        MatchKeyDao.copy(handle, keys);
        List<InPractice<Count>> counted = new ArrayList<>();
        counts.forEach((each, n) -> counted.add(new InPractice<>(practice, new Count(each, n))));
        NameCountDao.add(handle, counted);
        PracticeDao.keysMadeBy(handle, practice, Normaliser.VERSION);
    }

    private void add(Patient patient) {
        MatchKeys.of(patient)
                .forEach(
                        key -> keys.add(new InPractice<>(practice, new Bearer(key, patient.id()))));
        Counted.of(patient).forEach(each -> counts.merge(each, 1, (one, more) -> one + more));
        if (keys.size() >= KEYS_AT_ONCE) {
            MatchKeyDao.copy(handle, keys);
            keys.clear();
        }
    }
}
