package praxis.sandbox.bench.limit;

import praxis.sandbox.bench.traffic.BenchEvent;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.StableIds;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** What is written for one record, with everything worked out in advance. */
record LimitRow(long offset, UUID id, BenchEvent event, Instant at, Bytes salt, Bytes digest) {
    private static final int SALT_BYTES = 16;

    static LimitRow of(long offset, BenchEvent event, Instant at) {
        UUID id = StableIds.of("bench", event.id(), Long.toString(offset));
        Bytes salt = Bytes.of(new byte[SALT_BYTES]);
        return new LimitRow(offset, id, event, at, salt, sha256(event.body()));
    }

    private static Bytes sha256(Bytes content) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
