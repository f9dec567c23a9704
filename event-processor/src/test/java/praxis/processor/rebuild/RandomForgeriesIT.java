package praxis.processor.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.handle.Arrivals;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whatever a superuser does to the ledger by chance, in any column, is found. */
class RandomForgeriesIT {
    private static final long SEED = 20_261_123;
    private static final int PER_COLUMN = 6;
    private static final int PER_DEED = 5;
    private static final int ROWS = 21;

    @TempDir static Path directory;
    private static FoldedLog log;
    private static LedgerForger forger;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void fold() throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(arrivals(0, "default"));
        records.addAll(arrivals(3, "lindenhof"));
        log = new FoldedLog(directory, records, 4);
        forger = new LedgerForger(log);
    }

    @AfterAll
    static void close() throws SQLException {
        forger.close();
        log.close();
    }

    /** {@value #ROWS} of them: ordinary traffic, a broken body, something that no edge wrote. */
    private static List<ConsumerRecord<byte[], byte[]>> arrivals(int partition, String name) {
        PracticeId practice = new PracticeId(name);
        Arrivals arrivals = new Arrivals(partition);
        for (int i = 0; i < 9; i++) {
            arrivals.add(practice, Arrivals.appointment("A" + i, "B" + i));
            arrivals.add(practice, Arrivals.patient("B" + i, "Ada", "Muster" + i));
        }
        return arrivals.add(practice, Arrivals.patient("B1", "Ada", "Muster1"))
                .add(practice, Optional.of("msg_1"), new byte[] {(byte) 0xff})
                .add("nobody".getBytes(StandardCharsets.UTF_8), new RecordHeaders())
                .all();
    }

    @AfterEach
    void nothingIsWrongOnceAllIsPutBack() {
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void findsEachChangedValueOfEachColumn() throws SQLException {
        List<LedgerForger.Column> columns = forger.columns();
        assertThat(columns).hasSizeGreaterThanOrEqualTo(35);
        List<String> missed = new ArrayList<>();
        for (LedgerForger.Column column : columns) {
            for (int i = 0; i < PER_COLUMN; i++) {
                String deed = forger.change(column, random);
                note(missed, deed);
            }
        }
        assertThat(missed).as("not found, with seed " + SEED).isEmpty();
    }

    @Test
    void findsRowsTakenAwayAddedAndExchanged() throws SQLException {
        List<String> missed = new ArrayList<>();
        for (String deed : deeds()) {
            for (int i = 0; i < PER_DEED; i++) {
                String sql = numbered(deed);
                if (forger.run(sql) > 0) {
                    note(missed, sql);
                }
            }
        }
        assertThat(missed).as("not found, with seed " + SEED).isEmpty();
    }

    private static void note(List<String> missed, String deed) throws SQLException {
        if (log.verify().findings().isEmpty()) {
            missed.add(deed);
        }
        forger.putBack();
    }

    /** {@code P} is one of the partitions, {@code N} and {@code M} are two offsets in it. */
    private String numbered(String deed) {
        int one = random.nextInt(ROWS);
        int other = (one + 1 + random.nextInt(ROWS - 1)) % ROWS;
        return deed.replace("P", random.nextBoolean() ? "0" : "3")
                .replace("N", Integer.toString(one))
                .replace("M", Integer.toString(other));
    }

    private static List<String> deeds() {
        return List.of(
                "delete from ledger.event_log where partition_no = P and record_offset = N",
                "delete from ledger.event_log where partition_no = P and record_offset >= N",
                "delete from ledger.event_payloads where partition_no = P and record_offset = N",
                """
                delete from ledger.event_log where partition_no = P and record_offset = N;
                delete from ledger.event_payloads where partition_no = P and record_offset = N
                """,
                "delete from ledger.event_log",
                "delete from ledger.log_roots where partition_no = P",
                "delete from ledger.log_roots where partition_no = P and tree_size = 21",
                "delete from ledger.progress where partition_no = P",
                "delete from ledger.progress",
                "delete from ledger.installation",
                """
                insert into ledger.event_log select (jsonb_populate_record(
                    entry, jsonb_build_object('record_offset', 21 + N, 'id', gen_random_uuid()))).*
                from ledger.event_log entry where partition_no = P and record_offset = M
                """,
                """
                insert into ledger.event_log select (jsonb_populate_record(
                    entry, jsonb_build_object('partition_no', 7, 'id', gen_random_uuid()))).*
                from ledger.event_log entry where partition_no = P and record_offset = M
                """,
                """
                insert into ledger.event_payloads
                select partition_no, 21 + N, salt, body, not_jsonb
                from ledger.event_payloads where partition_no = P and record_offset = M
                """,
                "insert into ledger.log_roots values (P, 22 + N, sha256('x'))",
                "insert into ledger.log_roots values (P, N + 1, sha256('x')) on conflict do"
                        + " nothing",
                "insert into ledger.log_roots values (8, N, sha256('x'))",
                "insert into ledger.progress values (12 + N, M)",
                """
                update ledger.event_log set record_offset = -1 where partition_no = P and record_offset = N;
                update ledger.event_log set record_offset = N where partition_no = P and record_offset = M;
                update ledger.event_log set record_offset = M where partition_no = P and record_offset = -1
                """,
                """
                update ledger.event_payloads set record_offset = -1
                where partition_no = P and record_offset = N;
                update ledger.event_payloads set record_offset = N
                where partition_no = P and record_offset = M;
                update ledger.event_payloads set record_offset = M
                where partition_no = P and record_offset = -1
                """,
                """
                update ledger.event_payloads
                set body = substr(salt, 16) || body, salt = substr(salt, 1, 15)
                where partition_no = P and record_offset = N and length(salt) = 16
                """,
                """
                update ledger.event_log one set leaf = other.leaf from ledger.event_log other
                where one.partition_no = P and one.record_offset = N
                    and other.partition_no = P and other.record_offset = M
                """,
                "update ledger.event_log set partition_no = 5 where partition_no = P",
                "update ledger.event_log set practice_id = 'sonnenhof' where partition_no = P");
    }
}
