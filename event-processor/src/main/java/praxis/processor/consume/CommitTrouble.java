package praxis.processor.consume;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.trouble.Away;
import praxis.processor.trouble.Trouble;

import java.util.Map;

/**
 * Says when offsets could not be committed. Nothing depends on them but the lag that others watch:
 * it is an error only where the next batch's commit would fail as well.
 */
final class CommitTrouble implements OffsetCommitCallback {
    private static final Logger log = LoggerFactory.getLogger(CommitTrouble.class);

    @Override
    public void onComplete(
            Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failed) {
        if (failed == null) {
            return;
        }
        if (passes(failed)) {
            log.warn(
                    "the group's offsets stay behind until the next batch: {}",
                    Trouble.describe(failed));
        } else {
            log.error("the group's offsets cannot be committed: {}", Trouble.describe(failed));
        }
    }

    /** The broker is away, or the partitions have gone to another processor. */
    static boolean passes(Exception failed) {
        return failed instanceof CommitFailedException
                || failed instanceof RebalanceInProgressException
                || Away.explains(failed);
    }
}
