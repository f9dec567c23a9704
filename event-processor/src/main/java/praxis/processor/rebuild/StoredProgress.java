package praxis.processor.rebuild;

import praxis.schemas.record.Bytes;

import java.util.Optional;

/**
 * A partition's progress row as it stands in the database, which need not be one that we wrote.
 *
 * @param edge bytes that should be the right edge of the partition's tree
 */
record StoredProgress(
        int partition,
        long nextOffset,
        Optional<Integer> leaderEpoch,
        Optional<Bytes> lastDigest,
        Bytes edge) {
    /** Of a partition that the database has no row for. */
    static StoredProgress none(int partition) {
        return new StoredProgress(
                partition, 0, Optional.empty(), Optional.empty(), Bytes.of(new byte[0]));
    }
}
