package praxis.processor.rebuild;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import praxis.schemas.json.StrictJson;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The command {@code verify}: says whether all is well, and if not, where. */
@Command(
        name = "verify",
        description = "Proves the log against the topic, and the tables against the log.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:something was changed, or is missing",
            "2:it could not be looked at: settings, or a file",
            "3:nothing is wrong, but the database stands before the checkpoint"
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final int CONTENT = 0;
    private static final int SOMETHING_IS_WRONG = 1;
    private static final int UNUSABLE = 2;
    private static final int BEFORE_CHECKPOINT = 3;

    private final Supplier<Means> means;
    private final InstantSource clock;
    private final PrintWriter out;

    /** What it takes, as the settings say. */
    public record Means(Verification verification, CheckpointKey key) {}

    @Option(names = "--json", description = "Answer for machines.")
    private boolean json;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "The log must still be what this checkpoint says.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--write-checkpoint",
            paramLabel = "FILE",
            description = "Write a signed checkpoint, to be kept elsewhere, if all is well.")
    private @Nullable Path newCheckpoint;

    public VerifyCommand(Supplier<Means> means, InstantSource clock, PrintWriter out) {
        this.means = means;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        Means with = means.get();
        if (checkpoint == null) {
            return verify(with, Optional.empty());
        }
        return switch (CheckpointFile.read(checkpoint, with.key())) {
            case CheckpointFile.Reading.Genuine(Checkpoint genuine) ->
                    verify(with, Optional.of(genuine));
            case CheckpointFile.Reading.Forged() -> {
                say(
                        "The checkpoint "
                                + checkpoint
                                + " does not bear our signature: it was changed, or another"
                                + " installation (another PRAXIS_MAIN_KEY) made it.");
                yield SOMETHING_IS_WRONG;
            }
            case CheckpointFile.Reading.Unusable(String reason) -> {
                say("The checkpoint " + checkpoint + " cannot be used: " + reason + ".");
                yield UNUSABLE;
            }
        };
    }

    private int verify(Means with, Optional<Checkpoint> proven) {
        Verification.Report report = with.verification().run(proven);
        say(json ? asJson(report) : inWords(report, proven));
        if (!report.findings().isEmpty()) {
            return SOMETHING_IS_WRONG;
        }
        if (!report.behind().isEmpty()) {
            return BEFORE_CHECKPOINT;
        }
        return newCheckpoint == null ? CONTENT : write(newCheckpoint, report, with.key());
    }

    private int write(Path file, Verification.Report report, CheckpointKey key) {
        if (report.topic().isEmpty()) {
            say("No checkpoint is written: the database was never filled.");
            return UNUSABLE;
        }
        Checkpoint proven =
                new Checkpoint(
                        report.topic().get(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        CheckpointCheck.withRows(report.heads()));
        try {
            CheckpointFile.write(file, proven, key);
        } catch (UncheckedIOException failed) {
            say("The checkpoint " + file + " could not be written.");
            return UNUSABLE;
        }
        if (!json) {
            say("Checkpoint written to " + file + ", signed with " + key.publicKey());
        }
        return CONTENT;
    }

    private void say(String words) {
        out.println(words);
        out.flush();
    }

    private static String inWords(Verification.Report report, Optional<Checkpoint> proven) {
        String looked =
                "%,d records in %d partitions, %,d rows of the tables: "
                        .formatted(report.records(), report.partitions(), report.rows());
        if (report.isContent()) {
            return looked
                    + "log complete, tree intact, tables as the log says"
                    + proven.map(then -> ", checkpoint of " + then.time() + " kept").orElse("")
                    + ". All is well.";
        }
        if (report.findings().isEmpty()) {
            return looked
                    + "nothing is wrong, but this database stands before the checkpoint. Verify"
                    + " again when it has caught up.\n"
                    + lines(report.behind());
        }
        return looked + "NOT as it should be.\nFirst: " + lines(report.findings());
    }

    private static String lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.where() + ": " + finding.what())
                .collect(Collectors.joining("\nalso:  "));
    }

    private static String asJson(Verification.Report report) {
        var answer = StrictJson.object();
        answer.put("content", report.isContent());
        answer.put("partitions", report.partitions());
        answer.put("records", report.records());
        answer.put("rows", report.rows());
        var findings = answer.putArray("findings");
        report.findings()
                .forEach(
                        finding ->
                                findings.addObject()
                                        .put("where", finding.where())
                                        .put("what", finding.what()));
        var behind = answer.putArray("before_checkpoint");
        report.behind()
                .forEach(
                        finding ->
                                behind.addObject()
                                        .put("where", finding.where())
                                        .put("what", finding.what()));
        return StrictJson.write(answer);
    }
}
