package praxis.edge.receive;

import praxis.edge.secrets.Sha256;
import praxis.edge.verify.Verdict;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes the record of a verified delivery: the bytes as they came, and what is known of them. */
public final class RecordMaker {
    private final RandomGenerator random;

    /**
     * Makes every salt anew.
     *
     * @param random must be unguessable: the salts of the log come from it
     */
    public RecordMaker(RandomGenerator random) {
        this.random = random;
    }

    InboundRecord record(PracticeId practice, Delivery delivery, Verdict.Verified verified) {
        byte[] fresh = new byte[InboundRecord.SALT_BYTES + Traceparent.RANDOM_BYTES];
        random.nextBytes(fresh);
        Bytes body = delivery.content().body();
        return new InboundRecord(
                InboundRecord.Kind.WEBHOOK,
                practice,
                verified.webhookId(),
                verified.scheme().wireName(),
                verified.fingerprint(),
                delivery.receivedAt(),
                Bytes.of(Arrays.copyOf(fresh, InboundRecord.SALT_BYTES)),
                Bytes.of(Sha256.of(body.toArray())),
                delivery.isBackfill(),
                delivery.traceparent()
                        .or(() -> Optional.of(Traceparent.of(fresh, InboundRecord.SALT_BYTES))),
                body);
    }
}
