package praxis.processor.apply;

import praxis.processor.model.PatientId;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.Optional;

/**
 * What of the log is folded, and what of the tables is compared.
 *
 * @param patient only this one's rows are compared; the practice is folded whole
 * @param until records received later are left out
 */
public record RebuildScope(
        Optional<PracticeId> practice, Optional<PatientId> patient, Optional<Instant> until) {
    public static final RebuildScope ALL =
            new RebuildScope(Optional.empty(), Optional.empty(), Optional.empty());

    public RebuildScope {
        if (patient.isPresent() && practice.isEmpty()) {
            throw new IllegalArgumentException("A patient belongs to a practice; name it, too.");
        }
    }

    /** In words, as the command line has them. */
    public String inWords() {
        return practice.map(name -> "practice " + name.value()).orElse("everything")
                + patient.map(id -> ", patient " + id.value()).orElse("")
                + until.map(time -> ", until " + time).orElse("");
    }
}
