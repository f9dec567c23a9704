package praxis.processor.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.apply.MemoryBookingStore;
import praxis.processor.handle.RecordDigest;
import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

class EntryCheckTest {
    static final int PARTITION = 3;
    private static final Position.TopicId REMEMBERED = new Position.TopicId("the-topic");

    private final MemoryBookingStore store = new MemoryBookingStore(row -> {});
    private final EntryCheck check = new EntryCheck(store, REMEMBERED);
    private final RemadeTopic topic = new RemadeTopic();

    @Test
    void beginsAtTheFirstRecordEver() {
        assertThat(check.check(topic.append("a"), PARTITION)).isEqualTo(from(0));
        assertThat(store.progress(PARTITION)).contains(Progress.start(PARTITION));
    }

    @Test
    void beginsAtAnEmptyPartition() {
        assertThat(check.check(topic, PARTITION)).isEqualTo(from(0));
    }

    @Test
    void doesNotBeginWhereRecordsAreGoneAlready() {
        assertThat(check.check(topic.append("a", "b").forgetBelow(1), PARTITION))
                .isEqualTo(stay(StopReason.HISTORY_GONE));
        assertThat(store.progress(PARTITION)).isEmpty();
    }

    @Test
    void goesOnBehindTheLastAppliedRecord() {
        apply(topic.append("a", "b", "c"), 2);
        assertThat(check.check(topic, PARTITION)).isEqualTo(new Entry.Enter(2, Optional.of(1)));
    }

    @Test
    void goesOnAtTheEnd() {
        apply(topic.append("a", "b"), 2);
        assertThat(check.check(topic, PARTITION)).isEqualTo(new Entry.Enter(2, Optional.of(1)));
    }

    @Test
    void goesOnWhereRetentionTookExactlyWhatWasApplied() {
        apply(topic.append("a", "b", "c"), 2);
        assertThat(check.check(topic.forgetBelow(2), PARTITION))
                .isEqualTo(new Entry.Enter(2, Optional.of(1)));
    }

    @Test
    void stopsWhereRetentionTookMoreThanWasApplied() {
        apply(topic.append("a", "b", "c", "d"), 2);
        assertThat(check.check(topic.forgetBelow(3), PARTITION))
                .isEqualTo(stay(StopReason.HISTORY_GONE));
    }

    @Test
    void stopsAtAnotherTopicOfTheSameName() {
        apply(topic.append("a", "b"), 2);
        assertThat(check.check(topic.makeAnew(), PARTITION))
                .isEqualTo(stay(StopReason.TOPIC_RECREATED));
    }

    @Test
    void stopsWhereTheTailIsLost() {
        apply(topic.append("a", "b", "c"), 3);
        assertThat(check.check(topic.loseTailFrom(2), PARTITION))
                .isEqualTo(stay(StopReason.TAIL_LOST));
    }

    @Test
    void stopsWhereTheTailWasLostAndGrewAgain() {
        apply(topic.append("a", "b", "c"), 3);
        assertThat(check.check(topic.loseTailFrom(1).append("x", "y", "z"), PARTITION))
                .isEqualTo(stay(StopReason.LAST_RECORD_DIFFERS));
    }

    @Test
    void stopsWhereTheSameWasWrittenAgainUnderAnotherLeader() {
        apply(topic.append("a", "b"), 2);
        assertThat(check.check(topic.loseTailFrom(1).append("b"), PARTITION))
                .isEqualTo(stay(StopReason.LAST_RECORD_DIFFERS));
    }

    @Test
    void stopsBeforeHole() {
        apply(topic.append("a", "b", "c"), 1);
        assertThat(check.check(topic.leaveHole(1), PARTITION)).isEqualTo(stay(StopReason.GAP));
        assertThat(check.check(new RemadeTopic().append("a", "b").leaveHole(0), 4))
                .isEqualTo(stay(StopReason.GAP));
    }

    private void apply(RemadeTopic topic, long until) {
        store.begin(PARTITION);
        ConsumerRecord<byte[], byte[]> last = topic.recordAt(PARTITION, until - 1).orElseThrow();
        List<Bytes> leaves =
                Collections.nCopies(Math.toIntExact(until), TreeEdge.leafHash(new byte[0]));
        var _ =
                store.inTransaction(
                        transaction -> {
                            Progress before = transaction.claim(PARTITION, 0, until).orElseThrow();
                            transaction.write(
                                    List.of(),
                                    List.of(),
                                    new Progress(
                                            PARTITION,
                                            until,
                                            last.leaderEpoch(),
                                            Optional.of(RecordDigest.of(last)),
                                            before.edge().plus(leaves)));
                            return before;
                        });
    }

    private static Entry from(long offset) {
        return new Entry.Enter(offset, Optional.empty());
    }

    private static Entry stay(StopReason reason) {
        return new Entry.Stay(reason);
    }
}
