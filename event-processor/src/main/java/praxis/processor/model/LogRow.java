package praxis.processor.model;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of the event log, complete: what came, what became of it, and the proof of both.
 *
 * @param practice empty where the record names no usable practice
 * @param outcomeJson what it led to, in the very text that the leaf is computed over
 * @param salt random bytes that came with the record
 * @param body the raw bytes
 * @param notJsonb why JSONB cannot hold the body; empty where it can
 * @param commitment SHA-256 over salt and body
 * @param leaf hash of the row's leaf in the partition's Merkle tree
 */
public record LogRow(
        int partition,
        long offset,
        UUID id,
        Optional<PracticeId> practice,
        String kind,
        Optional<String> webhookId,
        Instant receivedAt,
        String scheme,
        String secretFingerprint,
        boolean backfill,
        Decision.Entry entry,
        String outcomeJson,
        Bytes salt,
        Bytes body,
        Optional<String> notJsonb,
        Bytes commitment,
        Bytes leaf,
        List<Announcement> announcements) {
    public LogRow provenBy(Bytes leafHash) {
        return new LogRow(
                partition,
                offset,
                id,
                practice,
                kind,
                webhookId,
                receivedAt,
                scheme,
                secretFingerprint,
                backfill,
                entry,
                outcomeJson,
                salt,
                body,
                notJsonb,
                commitment,
                leafHash,
                announcements);
    }

    @Override
    public String toString() {
        return "LogRow[" + partition + ":" + offset + ", " + entry.status() + "]";
    }
}
