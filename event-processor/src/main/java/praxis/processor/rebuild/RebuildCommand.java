package praxis.processor.rebuild;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import praxis.processor.apply.RebuildScope;
import praxis.processor.apply.TableDifference;
import praxis.processor.model.PatientId;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.PracticeId;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The command {@code rebuild}: makes the tables again from the log, and says how they differ. */
@Command(
        name = "rebuild",
        description = {
            "Makes the tables again from the log, in a shadow beside the live ones, while those go"
                    + " on;",
            "then says how the two differ. With --swap, what differs changes places.",
            "Interrupted, the same command goes on where it was."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the tables are what the log adds up to",
            "1:they differ; with --swap: they differed, and no longer do",
            "2:it could not be done: settings, or options that do not go together"
        },
        mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {
    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int UNUSABLE = 2;
    private static final int MOST_AT_ONCE = 100_000;

    private final Supplier<Rebuild> means;
    private final InstantSource clock;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = {
                "payloads: what the database stored, and the topic where it has not (default);",
                "topic: Kafka alone, as long as it still begins at offset 0."
            })
    private String from = "payloads";

    @Option(names = "--practice", paramLabel = "ID", description = "Only this practice.")
    private @Nullable String practice;

    @Option(
            names = "--patient",
            paramLabel = "ID",
            description = "Only this patient's rows, with --practice.")
    private @Nullable UUID patient;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Leave out what came later, as 2026-11-24T10:00:00Z; never with --swap.")
    private @Nullable String until;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Records in one transaction; ${DEFAULT-VALUE} unless told.")
    private int batch = 2_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most so many records a second, to spare the live system.")
    private @Nullable Integer rate;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Of the shadow; \"${DEFAULT-VALUE}\" unless told.")
    private String name = "rebuild";

    @Option(names = "--keep", description = "Keep the shadow after it was compared.")
    private boolean keep;

    @Option(names = "--json", description = "Answer for machines.")
    private boolean json;

    @ArgGroup private @Nullable Act act;

    /** What is to be done beside comparing, or instead of it. */
    private static final class Act {
        @Option(
                names = "--swap",
                description = "What differs changes places; the old rows are kept until dropped.")
        private boolean swap;

        @Option(
                names = "--drop",
                description = "Drop the shadow --name, finished or not, and do nothing else.")
        private boolean drop;

        @Option(names = "--list", description = "Name the shadows that there are.")
        private boolean list;
    }

    public RebuildCommand(
            Supplier<Rebuild> means, InstantSource clock, PrintWriter out, PrintWriter err) {
        this.means = means;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            Rebuild rebuild = means.get();
            if (act != null && act.list) {
                rebuild.names().forEach(this::say);
                return SAME;
            }
            if (act != null && act.drop) {
                say(
                        rebuild.drop(name)
                                ? "The shadow " + name + " is dropped."
                                : "There is no shadow " + name + ".");
                return SAME;
            }
            return run(rebuild);
        } catch (IllegalArgumentException unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        }
    }

    private int run(Rebuild rebuild) {
        boolean swap = act != null && act.swap;
        Rebuild.Plan plan = new Rebuild.Plan(name, source(), scope(), checkedBatch(), swap);
        Pace pace = new Pace(clock, rate, err);
        Rebuild.Report report = rebuild.run(plan, pace);
        say(json ? asJson(report) : inWords(report));
        if (!keep && report.keptAs().isEmpty()) {
            rebuild.drop(name);
        }
        return report.isSame() ? SAME : DIFFERENT;
    }

    private Rebuild.Source source() {
        return switch (from) {
            case "payloads" -> Rebuild.Source.PAYLOADS;
            case "topic" -> Rebuild.Source.TOPIC;
            default -> throw new IllegalArgumentException("--from is payloads or topic.");
        };
    }

    private RebuildScope scope() {
        try {
            return new RebuildScope(
                    Optional.ofNullable(practice).map(PracticeId::new),
                    Optional.ofNullable(patient).map(PatientId::new),
                    Optional.ofNullable(until).map(Instant::parse));
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(
                    "--until is a time like 2026-11-24T10:00:00Z.", noTime);
        }
    }

    private int checkedBatch() {
        if (batch < 1 || batch > MOST_AT_ONCE) {
            throw new IllegalArgumentException("--batch is a number from 1 to 100000.");
        }
        return batch;
    }

    private void say(String words) {
        out.println(words);
        out.flush();
    }

    private static String inWords(Rebuild.Report report) {
        StringBuilder words =
                new StringBuilder(
                        "%-24s %12s %9s %9s %9s%n"
                                .formatted("table", "rows", "added", "removed", "changed"));
        for (TableDifference table : report.tables()) {
            words.append(
                    "%-24s %,12d %,9d %,9d %,9d%n"
                            .formatted(
                                    table.table(),
                                    table.rows(),
                                    table.added(),
                                    table.removed(),
                                    table.changed()));
            table.examples().forEach(ids -> words.append("    ").append(ids).append('\n'));
        }
        return words.append(outcome(report)).toString();
    }

    private static String outcome(Rebuild.Report report) {
        if (report.isSame()) {
            return "%,d records folded. The tables are what the log adds up to."
                    .formatted(report.records());
        }
        return report.keptAs()
                .map(
                        kept ->
                                "%,d records folded. What differed has changed places; the old rows are kept as %s (rebuild --drop --name %s)."
                                        .formatted(report.records(), kept, kept))
                .orElseGet(
                        () ->
                                "%,d records folded. The tables DIFFER from what the log adds up to."
                                        .formatted(report.records()));
    }

    private static String asJson(Rebuild.Report report) {
        var answer = StrictJson.object();
        answer.put("same", report.isSame());
        answer.put("records", report.records());
        answer.put("kept_as", report.keptAs().orElse(null));
        var tables = answer.putArray("tables");
        for (TableDifference table : report.tables()) {
            var one = tables.addObject();
            one.put("table", table.table());
            one.put("rows", table.rows());
            one.put("added", table.added());
            one.put("removed", table.removed());
            one.put("changed", table.changed());
            one.put("live_sha256", HexFormat.of().formatHex(table.liveDigest().toArray()));
            one.put("shadow_sha256", HexFormat.of().formatHex(table.shadowDigest().toArray()));
            var examples = one.putArray("examples");
            table.examples().forEach(examples::add);
        }
        return StrictJson.write(answer);
    }
}
