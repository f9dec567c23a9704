package praxis.processor.model;

import praxis.schemas.record.Bytes;

import java.util.Optional;

/**
 * How far a partition has been folded.
 *
 * @param nextOffset the offset to be read next, which is also the size of the log's tree
 * @param leaderEpoch of the last record, where the broker told
 * @param lastDigest SHA-256 of the last record; compared on assignment, so that a topic that lost
 *     its tail or was made anew is noticed
 * @param edge right edge of the partition's Merkle tree
 */
public record Progress(
        int partition,
        long nextOffset,
        Optional<Integer> leaderEpoch,
        Optional<Bytes> lastDigest,
        TreeEdge edge) {
    public static Progress start(int partition) {
        return new Progress(partition, 0, Optional.empty(), Optional.empty(), TreeEdge.EMPTY);
    }
}
