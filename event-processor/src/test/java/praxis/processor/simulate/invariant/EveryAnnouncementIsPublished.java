package praxis.processor.simulate.invariant;

import praxis.processor.model.Announcement;
import praxis.processor.model.OutboxRow;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All that committed rows announce arrives, and nothing else does. */
final class EveryAnnouncementIsPublished implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        Set<Announcement> announced =
                history.run().rows().stream()
                        .flatMap(row -> row.announcements().stream())
                        .collect(Collectors.toSet());
        Set<Announcement> arrived =
                history.run().sent().stream()
                        .map(OutboxRow::announcement)
                        .collect(Collectors.toSet());
        Set<Announcement> lost = new HashSet<>(announced);
        lost.removeAll(arrived);
        if (!lost.isEmpty()) {
            complaint.accept(lost.size() + " were never published");
        }
        if (!announced.containsAll(arrived)) {
            complaint.accept("what arrived was never announced");
        }
    }
}
