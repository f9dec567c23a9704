package praxis.read.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.command.Therapist;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** What the database itself lets the reader see, whatever the code above it does. */
class RowSecurityIT {
    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        for (String id : new String[] {"nord", "sued"}) {
            TestPractice practice = new TestPractice(database, id);
            UUID first = practice.patient("Anna", "Arnold", "t1", "u1");
            UUID second = practice.patient("Bernd", "Busch", "t2", "u2");
            practice.sentTime(
                    practice.appointment(first, TestApi.NOW, "Dr. Eins"), "2026-03-02T10:00:00Z");
            practice.appointment(second, TestApi.NOW, "Dr. Zwei");
            practice.appointment(null, TestApi.NOW, "Dr. Eins");
            practice.lists(List.of(new Therapist("t3", "Dritte", List.of("Dr. Zwei"))));
            practice.event("ping", "{}");
            practice.bookingPatient("b-1", "in_review", null);
            practice.review(
                    "EMAIL_ONLY", "b-1", "[{\"patient_id\":\"" + first + "\"}]", TestApi.NOW);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "practices",
                "patients",
                "appointments",
                "patient_appointments",
                "webhook_events",
                "booking_patients",
                "reviews",
                "parked_appointments",
                "commands",
                "command_entries",
                "waiting",
                "settings",
                "therapists",
                "times_in_doubt",
                "standing",
            })
    void showsNothingWithoutSettings(String view) throws SQLException {
        try (Connection reader = database.as(TestDatabase.READER)) {
            assertThat(count(reader, view)).isZero();
            set(reader, "nord", "", "");
            assertThat(count(reader, view)).isLessThanOrEqualTo(view.equals("practices") ? 1 : 0);
            set(reader, "", "admin", "boss");
            assertThat(count(reader, view)).isZero();
            set(reader, "nord", "owner", "u1");
            assertThat(count(reader, view)).isLessThanOrEqualTo(view.equals("practices") ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "{1} {2} of {0}: {3} patients, {4} appointments, {5} events")
    @CsvSource({
        "nord, admin, boss, 2, 3, 2",
        "west, admin, boss, 0, 0, 0",
        "nord, therapist, t1, 1, 1, 0",
        "nord, therapist, t2, 1, 1, 0",
        "nord, therapist, t3, 1, 1, 0",
        "nord, therapist, t9, 0, 0, 0",
        "nord, therapist, '', 0, 0, 0",
        "nord, patient, u1, 1, 1, 0",
        "nord, patient, u9, 0, 0, 0",
        "nord, patient, '', 0, 0, 0",
    })
    void showsEachRoleItsRows(
            String practice, String role, String subject, int patients, int seen, int events)
            throws SQLException {
        try (Connection reader = database.as(TestDatabase.READER)) {
            set(reader, practice, role, subject);
            assertThat(count(reader, "patients")).isEqualTo(patients);
            assertThat(count(reader, "appointments")).isEqualTo(seen);
            assertThat(count(reader, "webhook_events")).isEqualTo(events);
            assertThat(count(reader, "waiting")).isEqualTo(patients);
            int forAdmins = events > 0 ? 1 : 0;
            assertThat(count(reader, "booking_patients")).isEqualTo(forAdmins);
            assertThat(count(reader, "reviews")).isEqualTo(forAdmins);
            assertThat(count(reader, "parked_appointments")).isEqualTo(forAdmins);
            assertThat(count(reader, "settings")).isEqualTo(forAdmins);
            assertThat(count(reader, "therapists")).isEqualTo(forAdmins);
            assertThat(count(reader, "times_in_doubt")).isEqualTo(forAdmins);
            int anyAdmin = role.equals("admin") ? 1 : 0;
            assertThat(count(reader, "standing")).isEqualTo(anyAdmin);
        }
    }

    @Test
    void forgetsCallerWithTheTransaction() throws SQLException {
        try (Connection reader = database.as(TestDatabase.READER)) {
            reader.setAutoCommit(false);
            try (Statement statement = reader.createStatement()) {
                statement.execute(
                        """
                        select set_config('praxis.practice', 'nord', true),
                            set_config('praxis.role', 'admin', true),
                            set_config('praxis.sub', 'boss', true)
                        """);
                assertThat(count(reader, "patients")).isEqualTo(2);
                reader.commit();
                assertThat(count(reader, "patients")).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from projection.patients",
                "select staff_fields from projection.patients",
                "select * from projection.booking_patients",
                "select * from projection.taken_identities",
                "select projection.waiting_for(gen_random_uuid())",
                "update read.reviews set state = 'closed'",
                "select * from projection.match_keys",
                "select * from projection.review_items",
                "select * from projection.therapist_names",
                "update read.settings set therapist_scope = 'practice'",
                "delete from read.therapists",
                "select * from ledger.event_log",
                "select leaf from ledger.event_log",
                "select salt from ledger.event_payloads",
                "select * from ledger.log_roots",
                "select * from ledger.outbox",
                "insert into read.patients (practice_id, id) values ('nord', gen_random_uuid())",
                "update read.patients set first_name = 'x'",
                "delete from read.appointments",
                "update read.practices set booking_tool_url = 'https://elsewhere.example.org'",
                "delete from read.practices",
                "truncate projection.patients",
                "create table projection.mine (a int)",
                "create table read.mine (a int)",
                "create table public.mine (a int)",
                "create temporary table mine (a int)",
                "create schema mine",
                "create view read.mine as select 1",
                "alter view read.patients set (security_invoker = false)",
                "set role praxis_owner",
                "set role praxis_processor",
                "set role praxis_migrator",
                "set session authorization praxis_processor",
                "set session_replication_role = replica",
                "alter role praxis_reader bypassrls",
                "grant praxis_owner to praxis_reader",
                "copy (select 1) to program 'true'",
                "select pg_read_file('/etc/hostname')",
                "do $$ begin execute 'alter table projection.patients disable row level security';"
                        + " end $$",
            })
    void refusesReaderEverythingElse(String sql) throws SQLException {
        try (Connection reader = database.as(TestDatabase.READER)) {
            set(reader, "nord", "admin", "boss");
            assertRefused(reader, sql);
        }
    }

    @Test
    void seesNoMoreWithRowSecuritySwitchedOff() throws SQLException {
        try (Connection reader = database.as(TestDatabase.READER)) {
            set(reader, "nord", "patient", "u1");
            try (Statement statement = reader.createStatement()) {
                statement.execute("set row_security = off");
            }
            assertThatThrownBy(() -> count(reader, "patients"))
                    .hasMessageContaining("row-level security");
        }
    }

    /** Of other practices not even an error, whose text would quote their rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from read.patients where 1 / (practice_id = 'nord')::int = 1",
                "select count(*) from read.patients where (practice_id = 'nord' or last_name::int >"
                        + " 0)",
                "select count(*) from read.appointments where 1 / (practice_id = 'nord')::int = 1",
                "select count(*) from read.webhook_events where 1 / (practice_id = 'nord')::int ="
                        + " 1",
            })
    void runsNoConditionOnRowsOfOthers(String leaky) throws SQLException {
        try (Connection reader = database.as(TestDatabase.READER)) {
            set(reader, "nord", "admin", "boss");
            assertThat(TestDatabase.column(reader, leaky)).hasSize(1);
        }
    }

    @Test
    void givesTheLimiterNothing() throws SQLException {
        try (Connection limiter = database.as(TestDatabase.LIMITER)) {
            assertRefused(limiter, "select * from read.patients");
            assertRefused(limiter, "select * from projection.patients");
        }
    }

    /** For whoever adds a table or a view: it must be protected like the others. */
    @Test
    void protectsEveryTableAndView() throws SQLException {
        try (Connection owner = database.superuser()) {
            assertThat(
                            TestDatabase.column(
                                    owner,
                                    """
                                    select relname from pg_class
                                    where relnamespace in ('projection'::regnamespace, 'ledger'::regnamespace)
                                        and relkind in ('r', 'p') and not relrowsecurity
                                    """))
                    .isEmpty();
            assertThat(
                            TestDatabase.column(
                                    owner,
                                    """
                                    select relname from pg_class
                                    where relnamespace = 'read'::regnamespace and relkind = 'v'
                                        and not coalesce(reloptions @> array['security_invoker=true'], false)
                                    """))
                    .isEmpty();
            assertThat(
                            TestDatabase.column(
                                    owner,
                                    """
                                    select rolname from pg_roles
                                    where rolname like 'praxis%'
                                        and (rolsuper or rolcreaterole or rolcreatedb or rolreplication
                                            or rolbypassrls and rolname <> 'praxis_processor')
                                    """))
                    .isEmpty();
        }
    }

    private static void set(Connection reader, String practice, String role, String subject)
            throws SQLException {
        try (PreparedStatement statement =
                reader.prepareStatement(
                        """
                        select set_config('praxis.practice', ?, false),
                            set_config('praxis.role', ?, false),
                            set_config('praxis.sub', ?, false)
                        """)) {
            statement.setString(1, practice);
            statement.setString(2, role);
            statement.setString(3, subject);
            statement.execute();
        }
    }

    private static int count(Connection reader, String view) throws SQLException {
        return Integer.parseInt(
                TestDatabase.column(reader, "select count(*) from read." + view).getFirst());
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(
                        () -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .isInstanceOf(SQLException.class)
                .satisfies(
                        refused ->
                                assertThat(((SQLException) refused).getSQLState())
                                        .as(refused.getMessage())
                                        .isEqualTo("42501"));
    }
}
