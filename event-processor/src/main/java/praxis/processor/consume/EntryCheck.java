package praxis.processor.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.processor.apply.BookingStore;
import praxis.processor.consume.InboundTopic.Extent;
import praxis.processor.handle.RecordDigest;
import praxis.processor.model.Progress;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position;

import java.util.Optional;

/**
 * Compares where the database stands with what the topic holds, before a partition is read: after
 * every assignment, and after everything that shook our belief in where we are.
 */
final class EntryCheck {
    private final BookingStore store;
    private final Position.TopicId remembered;

    /**
     * @param remembered the topic that the database was filled from
     */
    EntryCheck(BookingStore store, Position.TopicId remembered) {
        this.store = store;
        this.remembered = remembered;
    }

    Entry check(InboundTopic topic, int partition) {
        if (!topic.id().equals(remembered)) {
            return new Entry.Stay(StopReason.TOPIC_RECREATED);
        }
        // The database first: a former owner may still be committing, and a topic looked at before
        // that would seem to have lost its tail.
        Optional<Progress> known = store.progress(partition);
        Extent extent = topic.extent(partition);
        Entry entry = compare(topic, known.orElse(Progress.start(partition)), extent);
        if (known.isEmpty() && entry instanceof Entry.Enter) {
            store.begin(partition);
        }
        return entry;
    }

    private static Entry compare(InboundTopic topic, Progress progress, Extent extent) {
        long next = progress.nextOffset();
        if (extent.end() < next) {
            return new Entry.Stay(StopReason.TAIL_LOST);
        }
        if (extent.begin() > next) {
            return new Entry.Stay(StopReason.HISTORY_GONE);
        }
        // Once retention has taken the last applied record, there is nothing left to compare.
        if (extent.begin() < next
                && topic.recordAt(progress.partition(), next - 1)
                        .filter(record -> isLastApplied(record, progress))
                        .isEmpty()) {
            return new Entry.Stay(StopReason.LAST_RECORD_DIFFERS);
        }
        if (extent.end() > next && topic.recordAt(progress.partition(), next).isEmpty()) {
            return new Entry.Stay(StopReason.GAP);
        }
        return new Entry.Enter(next, progress.leaderEpoch());
    }

    private static boolean isLastApplied(ConsumerRecord<byte[], byte[]> record, Progress progress) {
        Optional<Bytes> digest = progress.lastDigest();
        return (digest.isEmpty() || digest.get().equals(RecordDigest.of(record)))
                && (progress.leaderEpoch().isEmpty()
                        || record.leaderEpoch().isEmpty()
                        || progress.leaderEpoch().equals(record.leaderEpoch()));
    }
}
