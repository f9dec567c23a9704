package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.population.Population;
import praxis.sandbox.population.PopulationCsv;
import praxis.sandbox.system.Trouble;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Writes an invented practice's patients into a file, with the truth beside them. */
@Command(
        name = "population",
        description = {
            "Invents a practice's patients, and those who register there afterwards.",
            "Some of these are the same people, with one or two kinds of noise; the others have",
            "never been there. The same seed gives the same file: CSV with a header, in which",
            "column person says who it is, role is existing, returning or new, and noise and",
            "traits say what makes it difficult.",
            "",
            "Example:",
            "  ./praxis population --patients 20000 --returning 3000 --newcomers 3000 \\",
            "      --seed 1 --out population.csv",
            ""
        })
public final class PopulationCommand implements Callable<Integer> {
    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Patients who are there before (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--returning",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many of them register once more (default: ${DEFAULT-VALUE}).")
    private int returning;

    @Option(
            names = "--newcomers",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "How many register who have never been there (default: ${DEFAULT-VALUE}).")
    private int newcomers;

    @Option(names = "--seed", defaultValue = "0", description = "The seed; 0 if not told.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.csv",
            description = "Where to write it; what is there is overwritten.")
    private Path out = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (patients < 1 || returning < 0 || newcomers < 0 || returning > patients) {
            throw Usage.error(
                    spec.commandLine(),
                    "--patients must be 1 or more, --returning at most as many, neither below 0.");
        }
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            PopulationCsv csv = new PopulationCsv(writer);
            new Population(patients, returning, newcomers, seed).each(csv::write);
            spec.commandLine().getOut().println(csv.count() + " records in " + out);
            return 0;
        } catch (IOException | UncheckedIOException failed) {
            throw new Trouble("Cannot write " + out + ": " + failed.getMessage(), failed);
        }
    }
}
