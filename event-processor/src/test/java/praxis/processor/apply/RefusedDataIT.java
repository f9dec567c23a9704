package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.handle.Arrivals;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.ProcessingStatus;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.PracticeId;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/** A record that the database refuses becomes an error row; its neighbours are applied. */
class RefusedDataIT {
    private static final TopicId TOPIC = new TopicId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final int RECORDS = 41;

    @Test
    void splitsTheBatchUntilTheCulpritIsAlone() throws SQLException {
        TestDatabase fresh = TestDatabase.fresh();
        // Stands for whatever no reader foresaw.
        try (Connection connection = fresh.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter table projection.appointments"
                            + " add check (booking_system_appointment_id <> 'A17')");
        }
        Map<ProcessingStatus, Integer> ends = new EnumMap<>(ProcessingStatus.class);
        try (Database database = fresh.asProcessor()) {
            JdbiBookingStore store = new JdbiBookingStore(database.jdbi());
            store.begin(0);
            Handled handled =
                    new BatchHandler(
                                    store,
                                    new RecordDecoder(new IdentityDigests(new byte[32])),
                                    row -> ends.merge(row.entry().status(), 1, Integer::sum))
                            .handle(TOPIC, 0, appointments().all());

            assertThat(handled).isInstanceOf(Handled.Committed.class);
            assertThat(ends)
                    .isEqualTo(Map.of(ProcessingStatus.SUCCESS, 40, ProcessingStatus.ERROR, 1));
            assertThat(new SnapshotReader(database.jdbi()).read().practices().values())
                    .singleElement()
                    .satisfies(tables -> assertThat(tables.appointments()).hasSize(40));
            String message =
                    database.jdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery(
                                                            """
                                                            select error_message
                                                            from ledger.event_log
                                                            where record_offset = 17
                                                            """)
                                                    .mapTo(String.class)
                                                    .one());
            assertThat(message).isEqualTo("The data cannot be stored (23514).");
        }
    }

    private static Arrivals appointments() {
        Arrivals arrivals = new Arrivals(0);
        for (int i = 0; i < RECORDS; i++) {
            arrivals.add(PracticeId.DEFAULT, Arrivals.appointment("A" + i, "B1"));
        }
        return arrivals;
    }
}
