package praxis.edge.secrets;

import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.Optional;

/** One secret from the environment, for the practice that is there from the first start. */
public final class EnvironmentSecretRings implements SecretRings {
    private final SecretRing ofDefault;

    public EnvironmentSecretRings(Optional<String> secret) {
        this.ofDefault =
                secret.map(text -> Secret.of(text, Optional.empty()))
                        .map(only -> new SecretRing(List.of(only), true))
                        .orElse(SecretRing.EMPTY);
    }

    @Override
    public SecretRing of(PracticeId practice) {
        return practice.equals(PracticeId.DEFAULT) ? ofDefault : SecretRing.EMPTY;
    }
}
