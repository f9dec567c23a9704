package praxis.processor.decide;

import praxis.processor.model.Announcement;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;

import java.util.List;
import java.util.Optional;

/** What a practice decided on one record, ready to be asserted. */
record Heard(Decision decision) {
    ProcessingStatus status() {
        return decision.entry().status();
    }

    String outcome() {
        return decision.entry().outcome();
    }

    String error() {
        return decision.entry().error().orElseThrow();
    }

    List<String> notes() {
        return decision.entry().notes();
    }

    /** The item that it opened, or asked again. */
    ReviewItem asked() {
        return decision.entry().review().orElseThrow();
    }

    boolean asksNothing() {
        return decision.entry().review().isEmpty();
    }

    List<Announcement> announcements() {
        return decision.effects().stream()
                .flatMap(
                        effect ->
                                effect instanceof Effect.Announce(Announcement announcement)
                                        ? Optional.of(announcement).stream()
                                        : Optional.<Announcement>empty().stream())
                .toList();
    }

    List<String> announcedTypes() {
        return announcements().stream().map(Announcement::type).toList();
    }

    /** Whether nothing but the log is different afterwards. */
    boolean changesNothing() {
        return decision.effects().isEmpty();
    }
}
