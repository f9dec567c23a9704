package praxis.processor.apply;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

import praxis.processor.model.Settings;

import java.sql.SQLException;

/** The store in PostgreSQL keeps the contract, wherever the server runs. */
abstract class JdbiBookingStoreContract {
    private final TestDatabase database;
    private final Database connections;

    JdbiBookingStoreContract(TestDatabase database) {
        this.database = database;
        this.connections = database.asProcessor();
    }

    @AfterEach
    void leave() {
        connections.close();
    }

    private BookingStore store() {
        return new JdbiBookingStore(connections.jdbi());
    }

    @Nested
    class AsLedger extends BookingStoreContract {
        @Override
        BookingStore freshStore() {
            return store();
        }

        @Override
        Snapshot snapshot() {
            return new SnapshotReader(connections.jdbi()).read();
        }

        @Override
        void configure(Settings settings) {
            try (var superuser = database.superuser();
                    var insert =
                            superuser.prepareStatement(
                                    """
                                    insert into projection.practices (practice_id, time_zone,
                                        default_therapist_id, time_policy, retry_horizon_seconds,
                                        link_without_email)
                                    values (?, ?, ?, ?, ?, ?)
                                    """)) {
                insert.setString(1, LINDENHOF.value());
                insert.setString(2, settings.zone().getId());
                insert.setString(3, settings.defaultTherapistId().orElse(null));
                insert.setString(4, settings.timePolicy().wireName());
                insert.setLong(5, settings.retryHorizon().toSeconds());
                insert.setBoolean(6, settings.linkWithoutEmail());
                insert.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Nested
    class Keeping extends KeepingContract {
        @Override
        BookingStore freshStore() {
            return store();
        }
    }

    @Nested
    class Finding extends FindingContract {
        @Override
        BookingStore freshStore() {
            return store();
        }
    }
}
