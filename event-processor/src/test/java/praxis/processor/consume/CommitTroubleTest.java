package praxis.processor.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.OffsetMetadataTooLarge;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Which failed commits of offsets mend themselves. */
class CommitTroubleTest {
    @Test
    void expectsTheNextCommitToSucceedOnceTheBrokerIsBackOrAnotherOwnsThePartition() {
        assertThat(
                        List.of(
                                new RetriableCommitFailedException(new DisconnectException()),
                                new RebalanceInProgressException(),
                                new CommitFailedException()))
                .allMatch(CommitTrouble::passes);
    }

    @Test
    void expectsNothingGoodWhereTheBrokerForbidsIt() {
        assertThat(
                        List.of(
                                new GroupAuthorizationException("praxis-event-processor"),
                                new OffsetMetadataTooLarge(),
                                new IllegalStateException()))
                .noneMatch(CommitTrouble::passes);
    }
}
