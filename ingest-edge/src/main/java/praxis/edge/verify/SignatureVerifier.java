package praxis.edge.verify;

import praxis.edge.secrets.Secret;
import praxis.edge.secrets.SecretRing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks who signed a delivery; in any doubt it was nobody. */
public final class SignatureVerifier {
    /** Of the form that serves both schemes; known to everybody, and believed by nobody. */
    private static final SecretRing DECOYS =
            new SecretRing(
                    List.of(Secret.of("whsec_c2lnbnMgbm90aGluZw==", Optional.empty())), true);

    private final StandardSignature standard = new StandardSignature();
    private final BodySignature body = new BodySignature();

    /** The header of the stronger scheme alone decides, even where the other one's is right. */
    public Verdict verify(SignedContent content, SecretRing ring, Instant now) {
        List<Secret> living = ring.secrets().stream().filter(each -> each.isLiving(now)).toList();
        if (living.isEmpty()) {
            return refuseAsSlowlyAsOthers(content, now);
        }
        if (!content.all(StandardSignature.SIGNATURE).isEmpty()) {
            return standard.verify(content, living, now);
        }
        if (content.all(BodySignature.SIGNATURE).isEmpty()) {
            return new Verdict.Refused(RefusalReason.NO_SIGNATURE);
        }
        if (!ring.acceptsBodySignature()) {
            return new Verdict.Refused(RefusalReason.SCHEME_SWITCHED_OFF);
        }
        return body.verify(content, living);
    }

    /** Without this the time of an answer would tell which practices there are. */
    private Verdict refuseAsSlowlyAsOthers(SignedContent content, Instant now) {
        Verdict unused = verify(content, DECOYS, now);
        return new Verdict.Refused(
                unused instanceof Verdict.Verified
                        ? RefusalReason.WRONG_SIGNATURE
                        : RefusalReason.NO_SECRET);
    }
}
