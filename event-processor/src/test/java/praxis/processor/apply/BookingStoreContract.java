package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static praxis.processor.apply.Samples.AM_MARKT;
import static praxis.processor.apply.Samples.LINDENHOF;
import static praxis.processor.apply.Samples.MORNING;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.CalendarFeed;
import praxis.processor.model.Effect;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Progress;
import praxis.processor.model.Settings;
import praxis.processor.model.StoredEvent;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How every store behaves as a transactional ledger; what it keeps is held by others. */
abstract class BookingStoreContract {
    private static final int PARTITION = 5;
    private static final Needs NOTHING = Naming.nothing().needs();

    BookingStore store;

    abstract BookingStore freshStore();

    abstract Snapshot snapshot();

    abstract void configure(Settings settings);

    @BeforeEach
    void makeStore() {
        store = freshStore();
    }

    @Test
    void knowsNothingOfPartitionThatNeverBegan() {
        assertThat(store.progress(PARTITION)).isEmpty();
        assertThat(claim(0, 1)).isEmpty();
    }

    @Test
    void beginsPartitionOnceAndLeavesItAloneAfterwards() {
        store.begin(PARTITION);
        assertThat(store.progress(PARTITION)).contains(Progress.start(PARTITION));

        Steps steps = new Steps(store, PARTITION);
        steps.apply(LINDENHOF, NOTHING);
        Progress after = steps.standing();
        store.begin(PARTITION);
        assertThat(store.progress(PARTITION)).contains(after);
        assertThat(after.nextOffset()).isEqualTo(1);
        assertThat(after.leaderEpoch()).contains(3);
        assertThat(after.lastDigest()).isPresent();
    }

    @Test
    void grantsClaimOnlyWhereThePartitionStands() {
        store.begin(PARTITION);
        assertThat(claim(1, 2)).isEmpty();
        assertThat(claim(0, 3)).contains(Progress.start(PARTITION));

        Steps steps = new Steps(store, PARTITION);
        steps.apply(LINDENHOF, NOTHING);
        assertThat(claim(0, 1)).isEmpty();
        assertThat(claim(1, 2)).contains(steps.standing());
    }

    @Test
    void keepsPartitionsApart() {
        new Steps(store, PARTITION).apply(LINDENHOF, NOTHING);
        store.begin(PARTITION + 1);
        assertThat(store.progress(PARTITION + 1)).contains(Progress.start(PARTITION + 1));
    }

    @Test
    void refusesEverythingWithoutClaim() {
        store.begin(PARTITION);
        assertThatThrownBy(() -> store.inTransaction(tx -> tx.load(Map.of())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                store.inTransaction(
                                        tx -> {
                                            assertThat(tx.claim(PARTITION, 7, 8)).isEmpty();
                                            return tx.load(Map.of());
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                store.inTransaction(
                                        tx -> {
                                            tx.claim(PARTITION, 0, 1);
                                            return tx.claim(PARTITION, 1, 2);
                                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToEndElsewhereThanClaimed() {
        store.begin(PARTITION);
        List<LogRow> rows = List.of(Steps.row(PARTITION, 0, List.of()));
        assertThatThrownBy(
                        () ->
                                store.inTransaction(
                                        tx -> {
                                            Progress held = tx.claim(PARTITION, 0, 2).orElseThrow();
                                            tx.write(List.of(), rows, Steps.after(held, rows));
                                            return held;
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.progress(PARTITION)).contains(Progress.start(PARTITION));
    }

    @Test
    void leavesNothingBehindWhenTheWorkFails() {
        Steps steps = new Steps(store, PARTITION);
        steps.apply(LINDENHOF, NOTHING, new Effect.PutPatient(Samples.patient("anna")));
        Snapshot before = snapshot();
        Needs needs = Naming.nothing().whoResembles("anna").needs();

        assertThatThrownBy(() -> failAfterWriting(needs)).hasMessage("crash");

        assertThat(snapshot()).isEqualTo(before);
        BookingState state = steps.load(LINDENHOF, needs);
        assertThat(state.patient(Samples.patientId("anna"))).contains(Samples.patient("anna"));
        assertThat(state.lastSignOfLife()).isNotEqualTo(MORNING.plusSeconds(99));
    }

    private void failAfterWriting(Needs needs) {
        store.inTransaction(
                tx -> {
                    Progress held = tx.claim(PARTITION, 1, 2).orElseThrow();
                    Map<?, BookingState> states = tx.load(Map.of(LINDENHOF, needs));
                    for (BookingState state : states.values()) {
                        state.noteSignOfLife(MORNING.plusSeconds(99));
                        state.apply(
                                List.of(
                                        new Effect.PutPatient(Samples.oddPatient("anna")),
                                        new Effect.PutBookingPatient(
                                                Samples.bookingPatient("x", Standing.IGNORED))));
                    }
                    List<LogRow> rows = List.of(Steps.row(PARTITION, 1, List.of()));
                    tx.write(List.copyOf(states.values()), rows, Steps.after(held, rows));
                    throw new UnsupportedOperationException("crash");
                });
    }

    @Test
    void keepsPracticesApart() {
        Steps steps = new Steps(store, PARTITION);
        Effect same = new Effect.PutPatient(Samples.patient("anna"));
        steps.apply(LINDENHOF, NOTHING, same);
        Needs needs = Naming.nothing().whoResembles("anna").needs();
        assertThat(steps.load(AM_MARKT, needs).patient(Samples.patientId("anna"))).isEmpty();
        steps.apply(AM_MARKT, needs, same);
        assertThat(snapshot().practices()).containsOnlyKeys(LINDENHOF, AM_MARKT);
    }

    @Test
    void keepsNewestSignOfLife() {
        Steps steps = new Steps(store, PARTITION);
        steps.apply(LINDENHOF, NOTHING, state -> state.noteSignOfLife(MORNING.plusSeconds(9)));
        steps.apply(LINDENHOF, NOTHING, state -> state.noteSignOfLife(MORNING));
        steps.apply(LINDENHOF, NOTHING);
        assertThat(snapshot().practices().get(LINDENHOF))
                .returns(Optional.of(MORNING.plusSeconds(9)), PracticeTables::lastSignOfLife);
    }

    @Test
    void knowsSettingsOfPracticeAndDefaultsForOthers() {
        Settings settings =
                new Settings(
                        Optional.of("therapist|" + Samples.ODD),
                        TimePolicy.LOCAL,
                        ZoneId.of("Europe/Vienna"),
                        Duration.ofSeconds(90),
                        true);
        configure(settings);
        Steps steps = new Steps(store, PARTITION);
        assertThat(steps.load(LINDENHOF, NOTHING).settings()).isEqualTo(settings);
        assertThat(steps.load(AM_MARKT, NOTHING).settings()).isEqualTo(Settings.DEFAULT);
        steps.apply(LINDENHOF, NOTHING, state -> state.noteSignOfLife(MORNING));
        assertThat(snapshot().practices().get(LINDENHOF))
                .returns(settings, PracticeTables::settings);
        assertThat(snapshot().practices().get(AM_MARKT))
                .returns(Settings.DEFAULT, PracticeTables::settings);
    }

    @Test
    void keepsTheNewestTokenOfCalendarUntilItIsRevoked() {
        Steps steps = new Steps(store, PARTITION);
        PatientId anna = Samples.patientId("anna");
        Needs needs = Naming.nothing().patient(anna).needs();
        CalendarFeed newer = new CalendarFeed(anna, "newer");
        steps.apply(LINDENHOF, needs, new Effect.PutCalendarFeed(new CalendarFeed(anna, "older")));
        steps.apply(LINDENHOF, needs, new Effect.PutCalendarFeed(newer));
        assertThat(steps.load(LINDENHOF, needs).calendarFeed(anna)).contains(newer);
        assertThat(steps.load(AM_MARKT, needs).calendarFeed(anna)).isEmpty();
        assertThat(snapshot().practices().get(LINDENHOF))
                .returns(Map.of(anna, newer), PracticeTables::calendarFeeds);

        steps.apply(LINDENHOF, needs, new Effect.DropCalendarFeed(anna));
        assertThat(steps.load(LINDENHOF, needs).calendarFeed(anna)).isEmpty();
        assertThat(snapshot().practices().get(LINDENHOF))
                .returns(Map.of(), PracticeTables::calendarFeeds);
    }

    @Test
    void recallsEventsOfTheToolThatFailed() {
        Steps steps = new Steps(store, PARTITION);
        UUID failed = steps.logs("webhook", ProcessingStatus.ERROR, "error");
        long offset = steps.standing().nextOffset() - 1;

        assertThat(steps.recall(LINDENHOF, failed))
                .containsExactly(
                        new StoredEvent(
                                LINDENHOF,
                                failed,
                                offset,
                                MORNING.plusMillis(offset),
                                true,
                                Optional.of("msg-1"),
                                Optional.of(Bytes.of("{}".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void recallsNothingElse() {
        Steps steps = new Steps(store, PARTITION);
        UUID failed = steps.logs("webhook", ProcessingStatus.ERROR, "error");
        UUID done = steps.logs("webhook", ProcessingStatus.SUCCESS, "done");
        UUID order = steps.logs("command", ProcessingStatus.ERROR, "not_found");
        UUID untrusted = steps.logs("webhook", ProcessingStatus.ERROR, "unusable");

        assertThat(steps.recall(LINDENHOF, done)).isEmpty();
        assertThat(steps.recall(LINDENHOF, order)).isEmpty();
        assertThat(steps.recall(LINDENHOF, untrusted)).isEmpty();
        assertThat(steps.recall(LINDENHOF, Samples.uuid("unheard of"))).isEmpty();
        assertThat(steps.recall(AM_MARKT, failed)).isEmpty();
    }

    private Optional<Progress> claim(long first, long after) {
        try {
            return store.inTransaction(
                    tx -> {
                        throw new Claimed(tx.claim(PARTITION, first, after));
                    });
        } catch (Claimed claimed) {
            return claimed.held;
        }
    }

    /** Takes the answer out, and the claim back. */
    private static final class Claimed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Progress> held;

        private Claimed(Optional<Progress> held) {
            this.held = held;
        }
    }
}
