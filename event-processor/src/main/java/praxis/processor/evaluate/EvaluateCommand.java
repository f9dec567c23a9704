package praxis.processor.evaluate;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** The command {@code match evaluate}: how good the matcher is on records whose truth is known. */
@Command(
        name = "evaluate",
        description = "Feeds labelled records to the matcher, as newcomers in their order.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final LongSupplier nanoTime;
    private final PrintWriter out;

    @Mixin private LabelledFile file = new LabelledFile();

    @Option(names = "--json", description = "Answer for machines.")
    private boolean json;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "Write what became of each record, one a line.")
    private @Nullable Path items;

    EvaluateCommand(LongSupplier nanoTime, PrintWriter out) {
        this.nanoTime = nanoTime;
        this.out = out;
    }

    @Override
    public Integer call() {
        Report report = Evaluation.run(file.read(), nanoTime);
        if (items != null) {
            write(items, report.items());
        }
        out.println(json ? report.asJson() : report.inWords());
        out.flush();
        return 0;
    }

    private static void write(Path to, String lines) {
        try {
            Files.writeString(to, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + to + " cannot be written.", failed);
        }
    }
}
