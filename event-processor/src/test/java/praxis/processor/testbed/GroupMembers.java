package praxis.processor.testbed;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The members of a consumer group, as the broker knows them. */
public final class GroupMembers implements AutoCloseable {
    private final Admin admin;
    private final String group;

    public GroupMembers(String bootstrap, String group) {
        this.group = group;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** What happens to members that are dead, once their session has timed out. */
    public void expel() {
        if (areThere()) {
            InboundTraffic.await(
                    admin.removeMembersFromConsumerGroup(
                                    group, new RemoveMembersFromConsumerGroupOptions())
                            .all());
        }
    }

    private boolean areThere() {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .anyMatch(known -> !known.members().isEmpty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
