package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import praxis.processor.handle.Arrivals;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.Progress;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.Map;

/** What every store promises; run by the one in memory and by the one in PostgreSQL. */
abstract class BookingStoreContract {
    private static final TopicId TOPIC = new TopicId("AAAAAAAAAAAAAAAAAAAAAA");

    abstract BookingStore store();

    abstract Snapshot snapshot();

    @Test
    void standsNowhereBeforeItBegins() {
        assertThat(store().progress(0)).isEmpty();
    }

    @Test
    void leavesAnExistingBeginningAlone() {
        store().begin(0);
        fold(ordinary());
        store().begin(0);

        assertThat(standing()).isEqualTo(4);
    }

    @Test
    void claimsOnlyWhereThePartitionStands() {
        store().begin(0);

        assertThat(claim(1, 2)).isFalse();
        assertThat(claim(0, 0)).isTrue();
    }

    @Test
    void refusesToLoadWithoutClaim() {
        assertThatThrownBy(() -> store().inTransaction(transaction -> transaction.load(Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesNothingOfFailedTransaction() {
        store().begin(0);
        fold(ordinary());
        Snapshot before = snapshot();

        assertThatThrownBy(() -> claimAndFail(4, 9)).hasMessage("on purpose");

        assertThat(standing()).isEqualTo(4);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void tellsWhereItStandsToOneWhoComesTooLate() {
        store().begin(0);
        fold(ordinary());

        assertThat(handler().handle(TOPIC, 0, ordinary().subList(0, 2)))
                .isEqualTo(new Handled.Fenced(4));
    }

    @Test
    void findsWhatEarlierBatchesLeft() {
        store().begin(0);
        List<ConsumerRecord<byte[], byte[]>> records = ordinary();
        records.forEach(record -> fold(List.of(record)));

        PracticeTables tables = requireNonNull(snapshot().practices().get(PracticeId.DEFAULT));
        BookingAppointmentId ahead = new BookingAppointmentId("A1");
        assertThat(requireNonNull(tables.appointments().get(ahead)).patient())
                .isPresent()
                .isEqualTo(
                        tables.bookingPatients().values().stream()
                                .filter(patient -> patient.id().value().equals("B1"))
                                .findAny()
                                .orElseThrow()
                                .patient());
        assertThat(tables.reviews().values()).allMatch(item -> !item.isOpen());
    }

    /** An appointment ahead of its patient, and texts that a careless writer would spoil. */
    private static List<ConsumerRecord<byte[], byte[]>> ordinary() {
        return new Arrivals(0)
                .add(PracticeId.DEFAULT, Arrivals.appointment("A1", "B1"))
                .add(PracticeId.DEFAULT, Arrivals.patient("B1", "Änne \\\\ \\t", "O'Hara 😀"))
                .add(PracticeId.DEFAULT, Arrivals.patient("B2", "\\\\N", "{\\\"a\\\",null}"))
                .add(new PracticeId("other"), Arrivals.patient("B1", "Ada", "Muster"))
                .all();
    }

    private void fold(List<ConsumerRecord<byte[], byte[]>> records) {
        assertThat(handler().handle(TOPIC, 0, records)).isInstanceOf(Handled.Committed.class);
    }

    private BatchHandler handler() {
        return new BatchHandler(
                store(), new RecordDecoder(new IdentityDigests(new byte[32])), _ -> {});
    }

    private boolean claim(long first, long after) {
        return store().inTransaction(transaction -> transaction.claim(0, first, after).isPresent());
    }

    private void claimAndFail(long first, long after) {
        store().inTransaction(
                        transaction -> {
                            transaction.claim(0, first, after);
                            throw new IllegalArgumentException("on purpose");
                        });
    }

    private long standing() {
        return store().progress(0).map(Progress::nextOffset).orElseThrow();
    }
}
