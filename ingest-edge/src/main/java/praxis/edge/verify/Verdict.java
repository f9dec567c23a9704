package praxis.edge.verify;

import praxis.schemas.record.SignatureScheme;

import java.util.Optional;

/** What checking a delivery's signature gave. */
public sealed interface Verdict {
    /**
     * Signed by a holder of the secret.
     *
     * @param fingerprint of the secret that verified it
     * @param webhookId only where it was signed
     */
    record Verified(SignatureScheme scheme, String fingerprint, Optional<String> webhookId)
            implements Verdict {}

    record Refused(RefusalReason reason) implements Verdict {}
}
