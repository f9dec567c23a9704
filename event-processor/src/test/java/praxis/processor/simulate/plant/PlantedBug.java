package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.Outbox;
import praxis.processor.handle.Fold;
import praxis.processor.handle.Handled;
import praxis.processor.handle.InboundHandler;
import praxis.processor.model.Progress;
import praxis.processor.publish.Courier;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.processor.simulate.world.Link;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** Bugs that somebody could write, each with the invariant that must see it. */
public enum PlantedBug {
    /** The position moves by the size of the batch, wherever the partition stands. */
    NO_FENCE("OneLogRowPerRecord", () -> storing((store, _) -> new NoFence(store))),
    /** The position is looked at first and moved last. */
    FENCE_LAST("OneLogRowPerRecord", () -> storing(FenceLast::new)),
    /** Who was fenced off goes on behind its own batch. */
    SEEK_SKIPPED_AFTER_FENCE("TheLogIsReadToItsEnd", () -> handling(PlantedBug::goingOn)),
    /** The edge answers before the broker does. */
    ACKNOWLEDGED_BEFORE_PRODUCE(
            "EveryAcceptedEventIsInTheLog", () -> linking(PlantedBug::answeringFirst)),
    /** A record does not see what those before it in the batch did. */
    LOAD_WITHOUT_OVERLAY("RebuildIsIdentical", NoOverlay::new),
    /** State outlives the transaction that it was loaded in. */
    STATE_KEPT_BETWEEN_BATCHES("RebuildIsIdentical", () -> storing(StateKept::new)),
    /** The core asks the clock instead of the record. */
    CLOCK_IN_THE_CORE("RebuildIsIdentical", () -> ruling(BadRules::byTheClock)),
    /** A batch has one time of receipt. */
    TIME_PER_BATCH("RebuildIsIdentical", TimePerBatch::new),
    /** The tree advances batch by batch. */
    TREE_PER_BATCH("TreeIsThatOfTheLog", () -> storing((store, _) -> new TreePerBatch(store))),
    /** Counters move before the commit does. */
    COUNTED_WHEN_DECIDED("StatisticsEqual", CountedWhenDecided::new),
    /** Log rows stay when their batch is rolled back. */
    LOG_ROW_OUTSIDE_TRANSACTION("OneLogRowPerRecord", () -> storing(LogRowOutside::new)),
    /** Announcements are numbered before the partition is claimed. */
    OUTBOX_NUMBER_BEFORE_LOCK("EveryAnnouncementIsPublished", NumberBeforeLock::new),
    /** Announcements are noted as published before they are sent. */
    PUBLISHED_BEFORE_SENT(
            "EveryAnnouncementIsPublished", () -> publishing(BadPublishers::noteFirst)),
    /** Announcements are noted as published without waiting for the broker. */
    PUBLISHED_BEFORE_ACKNOWLEDGED(
            "EveryAnnouncementIsPublished", () -> publishing(BadPublishers::noteWhatWasHandedOver)),
    /** What follows a failed announcement is sent before that is tried again. */
    SENT_PAST_A_FAILURE("PublishedInOrder", () -> carrying(BadPublishers::goingOn)),
    /** A backfill is treated as if it were live. */
    HISTORY_IS_NEWS(
            "NobodyIsToldOfHistory", () -> ruling((rules, _) -> BadRules.historyIsNews(rules))),
    /** The id that the sender gave is ignored. */
    DUPLICATE_BY_HASH_ONLY(
            "NoEventAppliedTwice", () -> ruling((rules, _) -> BadRules.duplicateByHashOnly(rules))),
    /** An event that failed cannot be sent again. */
    IDENTITY_TAKEN_BY_AN_ERROR(
            "ErrorTakesNoIdentity", () -> ruling((rules, _) -> BadRules.errorTakesIdentity(rules))),
    /** The same bytes count as news each time. */
    RETRY_WITHOUT_ID_APPLIED(
            "RetryWithoutIdIsNoNewEvent",
            () -> ruling((rules, _) -> BadRules.retryAlwaysNew(rules))),
    /** What an event does not mention is cleared. */
    ABSENT_READ_AS_NULL(
            "AbsentKeepsNullClears", () -> ruling((rules, _) -> BadRules.absentIsNull(rules))),
    /** A cancellation does what its status field says. */
    STATUS_BEATS_TYPE(
            "EventTypeBeatsStatus", () -> ruling((rules, _) -> BadRules.statusBeatsType(rules))),
    /** The lower version wins. */
    VERSION_INVERTED(
            "OlderNeverOverwritesNewer",
            () -> ruling((rules, _) -> BadRules.versionInverted(rules))),
    /** Appointments that waited are left behind. */
    PARKED_DROPPED_ON_LINK(
            "EveryParkedAppointmentIsSomewhere",
            () -> ruling((rules, _) -> BadRules.parkedDropped(rules))),
    /** What was cancelled comes back unasked. */
    REVIVED_WITHOUT_PROOF(
            "CancelledStaysCancelledWithoutProof",
            () -> ruling((rules, _) -> BadRules.revivedWithoutProof(rules))),
    /** A shared mailbox makes one person of two. */
    LINKED_BY_EMAIL_ALONE(
            "NoSilentMerge", () -> ruling((rules, _) -> BadRules.linkedByEmail(rules))),
    /** A patient who has a booking patient gets another. */
    LINKED_TWICE("NoLinkToTwoPatients", () -> ruling((rules, _) -> BadRules.linkedTwice(rules))),
    /** A link that is contradicted moves. */
    MATCHED_AGAIN("NoLinkToTwoPatients", () -> ruling((rules, _) -> BadRules.matchedAgain(rules))),
    /** Nobody remembers that a pair was kept apart. */
    KEPT_APART_FORGOTTEN(
            "KeptApartStaysApart", () -> ruling((rules, _) -> BadOrders.keptApartForgotten(rules))),
    /** Of two decisions both are done. */
    SECOND_DECISION_DONE(
            "FirstDecisionCounts", () -> ruling((rules, _) -> BadOrders.secondDecision(rules))),
    /** An order that comes twice is done twice. */
    ORDER_DONE_TWICE("FirstDecisionCounts", () -> ruling((rules, _) -> BadOrders.again(rules))),
    /** The appointments of an unlinked booking patient stay behind. */
    UNLINK_LEAVES_APPOINTMENTS(
            "BookingPatientHasAtMostOnePatient",
            () -> ruling((rules, _) -> BadOrders.leftBehind(rules))),
    /** What was parked for somebody dismissed stays. */
    DISMISSED_STAYS_PARKED(
            "EveryParkedAppointmentIsSomewhere",
            () -> ruling((rules, _) -> BadOrders.stillParked(rules))),
    /** A question that is asked again gets another item. */
    ASKED_UNDER_ANOTHER_ID(
            "OneReviewItemPerDoubt", () -> ruling((rules, _) -> BadOrders.askedAnew(rules))),
    /** Of two admins who read the same settings the second one counts, too. */
    SETTINGS_CHANGED_UNSEEN(
            "SettingsAreNotChangedUnseen",
            () -> ruling((rules, _) -> BadOrders.changedUnseen(rules))),
    /** Another time policy counts only for what comes from then on. */
    TIMES_NOT_READ_AGAIN(
            "TimesAreReadAsThePracticeChose",
            () -> ruling((rules, _) -> BadOrders.timesNotReadAgain(rules))),
    /** Nobody looks whose a login is. */
    LOGIN_SHARED("LoginIsOnePatients", () -> ruling((rules, _) -> BadOrders.loginShared(rules)));

    private final String invariant;

    // A lambda that holds nothing, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Build.Maker build;

    PlantedBug(String invariant, Build.Maker build) {
        this.invariant = invariant;
        this.build = build;
    }

    /** Name of the invariant that it breaks by its nature. */
    public String invariant() {
        return invariant;
    }

    /** The system with this bug in it. */
    public Build.Maker build() {
        return build;
    }

    private static Build ruling(BiFunction<Fold.Rules, InstantSource, Fold.Rules> change) {
        return new Build() {
            @Override
            public Fold.Rules rules(Fold.Rules rules, InstantSource clock) {
                return change.apply(rules, clock);
            }
        };
    }

    private static Build storing(BiFunction<BookingStore, FakeDatabase, BookingStore> change) {
        return new Build() {
            @Override
            public BookingStore store(BookingStore store, FakeDatabase database) {
                return change.apply(store, database);
            }
        };
    }

    private static Build handling(UnaryOperator<InboundHandler> change) {
        return new Build() {
            @Override
            public InboundHandler handler(InboundHandler handler) {
                return change.apply(handler);
            }
        };
    }

    private static Build linking(UnaryOperator<Link> change) {
        return new Build() {
            @Override
            public Link link(Link link) {
                return change.apply(link);
            }
        };
    }

    private static Build publishing(BiFunction<Outbox, Courier, IntConsumer> publisher) {
        return new Build() {
            @Override
            public IntConsumer publisher(Outbox outbox, Courier courier) {
                return publisher.apply(outbox, courier);
            }
        };
    }

    private static Build carrying(UnaryOperator<Courier> change) {
        return new Build() {
            @Override
            public Courier courier(Courier courier) {
                return change.apply(courier);
            }
        };
    }

    private static InboundHandler goingOn(InboundHandler handler) {
        return (topic, partition, records) ->
                handler.handle(topic, partition, records) instanceof Handled.Committed committed
                        ? committed
                        : new Handled.Committed(
                                new Progress(
                                        partition,
                                        records.getLast().offset() + 1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Progress.start(partition).edge()));
    }

    private static Link answeringFirst(Link link) {
        return (delivery, attempt) -> {
            link.append(delivery, attempt);
            return true;
        };
    }
}
