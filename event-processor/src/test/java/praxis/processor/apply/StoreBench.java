package praxis.processor.apply;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.schemas.record.Position.TopicId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells how many records a second the whole story takes on this machine, and where time goes. */
final class StoreBench {
    private StoreBench() {}

    public static void main(String[] arguments) {
        int practices = Integer.parseInt(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        int total = Integer.parseInt(arguments[2]);
        try (Database database = TestDatabase.fresh().asProcessor()) {
            Jdbi jdbi = database.jdbi();
            Times times = new Times();
            jdbi.setSqlLogger(times);
            JdbiBookingStore store = new JdbiBookingStore(jdbi);
            store.begin(0);
            BatchHandler handler =
                    new BatchHandler(
                            store, new RecordDecoder(new IdentityDigests(new byte[32])), _ -> {});
            Traffic traffic = new Traffic(1, 0, practices);
            TopicId topic = new TopicId("topic");
            Cpu cpu = new Cpu(database);
            times.backends = cpu.backends.stream().mapToLong(Long::longValue).toArray();
            long sinceReport = 0;
            int reported = 0;
            for (int done = 0; done < total; done += batch) {
                List<ConsumerRecord<byte[], byte[]>> records = traffic.next(batch);
                long start = System.nanoTime();
                handler.handle(topic, 0, records);
                long took = System.nanoTime() - start;
                sinceReport += took;
                if (done + batch - reported >= total / 10) {
                    int count = done + batch - reported;
                    System.out.printf(
                            "%8d records  %,8.0f/s%n", done + batch, count * 1e9 / sinceReport);
                    reported = done + batch;
                    sinceReport = 0;
                    if (reported < total * 6L / 10) {
                        times.clear();
                        cpu.start();
                    } else {
                        times.records += count;
                    }
                }
            }
            times.print();
            cpu.print(times.records);
        }
    }

    /** What this thread and the database's backend really worked, however busy the machine is. */
    private static final class Cpu {
        private final List<Long> backends;
        private long thread;
        private long backend;

        private Cpu(Database database) {
            this.backends =
                    database.jdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery(
                                                            "select pid from pg_stat_activity where"
                                                                    + " usename = current_user")
                                                    .mapTo(Long.class)
                                                    .list());
        }

        private void start() {
            thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            backend = backend();
        }

        private void print(long records) {
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread;
            double java = worked / 1e3 / records;
            double server = (backend() - backend) * 1e4 / records;
            System.out.printf(
                    "CPU: this thread %.1f us/record, backend %.1f: %,.0f/s one after the other,"
                            + " %,.0f/s overlapping%n",
                    java, server, 1e6 / (java + server), 1e6 / Math.max(java, server));
        }

        /** In hundredths of a second. */
        private long backend() {
            long sum = 0;
            for (long pid : backends) {
                try {
                    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    sum += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
            return sum;
        }
    }

    private static final class Times implements SqlLogger {
        private final Map<String, long[]> byStatement = new TreeMap<>();
        private long records;
        private long[] backends = {};
        private long before;
        private String last = "";

        @Override
        public void logBeforeExecution(StatementContext context) {
            long now = onCpu();
            add("(after " + last + ")", now - before);
            before = now;
        }

        @Override
        public void logAfterExecution(StatementContext context) {
            String sql = context.getRawSql().strip().replaceAll("\\s+", " ");
            last =
                    sql.replaceAll(
                            "^(\\w+).*?(?:projection|ledger)\\.(\\w+).*?( order by| union|"
                                    + " on conflict|$).*",
                            "$1 $2$3");
            long now = onCpu();
            add(last, now - before);
            before = now;
        }

        private void add(String name, long nanos) {
            byStatement.computeIfAbsent(name, _ -> new long[1])[0] += nanos;
        }

        private long onCpu() {
            long sum = 0;
            for (long pid : backends) {
                try {
                    String stat = Files.readString(Path.of("/proc/" + pid + "/schedstat"));
                    sum += Long.parseLong(stat.substring(0, stat.indexOf(' ')));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
            return sum;
        }

        private void clear() {
            byStatement.clear();
            records = 0;
        }

        private void print() {
            byStatement.entrySet().stream()
                    .sorted((a, b) -> Long.compare(b.getValue()[0], a.getValue()[0]))
                    .forEach(
                            each ->
                                    System.out.printf(
                                            "%6.2f us/record  %s%n",
                                            each.getValue()[0] / 1e3 / records, each.getKey()));
        }
    }
}
