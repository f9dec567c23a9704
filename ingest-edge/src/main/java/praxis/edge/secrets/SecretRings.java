package praxis.edge.secrets;

import praxis.schemas.record.PracticeId;

/** Finds a practice's ring; must answer at once, without waiting for anything. */
public interface SecretRings {
    /** An unknown practice has {@link SecretRing#EMPTY}. */
    SecretRing of(PracticeId practice);
}
