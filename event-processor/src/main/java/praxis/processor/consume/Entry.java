package praxis.processor.consume;

import java.util.Optional;

/** Whether a partition may be read, and from where. */
sealed interface Entry {
    /**
     * Everything fits.
     *
     * @param leaderEpoch of the last applied record: with it, the client notices by itself if a new
     *     leader lacks that record
     */
    record Enter(long nextOffset, Optional<Integer> leaderEpoch) implements Entry {}

    record Stay(StopReason reason) implements Entry {}
}
