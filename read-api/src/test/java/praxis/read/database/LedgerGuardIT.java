package praxis.read.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The log can be added to, and nothing else, by anybody. */
class LedgerGuardIT {
    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        new TestPractice(database, "nord").event("ping", "{}");
        database.execute("insert into ledger.log_roots values (0, 1, 'root')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event_log set processing_status = 'error'",
                "delete from ledger.event_log",
                "truncate ledger.event_log",
                "update ledger.log_roots set root = 'x'",
                "delete from ledger.log_roots",
                "truncate ledger.log_roots",
                "update ledger.event_payloads set body = 'x'",
                "truncate ledger.event_payloads",
                "update ledger.installation set topic_id = 'x'",
                "delete from ledger.installation",
                "delete from ledger.progress",
                "update ledger.outbox set body = '{}'",
                "delete from ledger.outbox",
                "delete from ledger.outbox_progress",
                "set session_replication_role = replica",
                "alter table ledger.event_log disable trigger all",
                "drop trigger event_log_append_only on ledger.event_log",
                "drop table ledger.event_log",
                "create or replace function ledger.refuse_change() returns trigger language plpgsql"
                        + " as $$ begin return new; end $$",
                "set role praxis_owner",
            })
    void refusesTheProcessor(String sql) throws SQLException {
        try (Connection processor = database.as(TestDatabase.PROCESSOR)) {
            assertRefused(processor, sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event_log set processing_status = 'error'",
                "delete from ledger.event_log",
                "truncate ledger.event_log",
                "update ledger.log_roots set root = 'x'",
                "delete from ledger.log_roots",
                "truncate ledger.log_roots",
                "update ledger.event_payloads set body = 'x'",
                "truncate ledger.event_payloads",
                "truncate ledger.event_log, ledger.log_roots cascade",
            })
    void stopsEvenTheOwnerAndTheSuperuser(String sql) throws SQLException {
        try (Connection migrator = database.as(TestDatabase.MIGRATOR);
                Statement statement = migrator.createStatement()) {
            statement.execute("set role praxis_owner");
            assertRefused(migrator, sql);
        }
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            // As a replica, ordinary triggers would not fire.
            statement.execute("set session_replication_role = replica");
            assertRefused(superuser, sql);
        }
    }

    @Test
    void letsTheProcessorAdd() {
        TestPractice sued = new TestPractice(database, "sued");
        assertThatCode(() -> sued.event("ping", "{}")).doesNotThrowAnyException();
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(
                        () -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused ->
                                org.assertj.core.api.Assertions.assertThat(refused.getSQLState())
                                        .as(refused.getMessage())
                                        .isEqualTo("42501"));
    }
}
