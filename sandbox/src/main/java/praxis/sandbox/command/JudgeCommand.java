package praxis.sandbox.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.judge.Judge;
import praxis.sandbox.judge.Judgement;
import praxis.sandbox.judge.Verdict;
import praxis.sandbox.population.Population;
import praxis.sandbox.population.PopulationCsv;
import praxis.sandbox.system.MatchProgram;
import praxis.sandbox.system.Trouble;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Lets the matcher decide on invented populations, and judges it by the truth. */
@Command(
        name = "judge",
        description = {
            "Lets the matcher decide on invented practices, and judges it by the truth.",
            "Exit code 1 if anybody was linked to somebody else, if fewer than 99 %% of those who",
            "returned were found, or if more than 3 needless questions were asked about 100",
            "newcomers: ones about people who share neither e-mail address nor name and birth",
            "date with anyone.",
            "",
            "Example:",
            "  ./praxis judge --seed 1 --seeds 50",
            ""
        })
public final class JudgeCommand implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int MOST_MISSES_SHOWN = 10;
    private static final String COLUMNS =
            "first_name=first_name,last_name=last_name,date_of_birth=date_of_birth,email=email,"
                    + "phone=phone";

    @Option(names = "--patients", paramLabel = "N", defaultValue = "20000")
    private int patients;

    @Option(names = "--returning", paramLabel = "N", defaultValue = "3000")
    private int returning;

    @Option(names = "--newcomers", paramLabel = "N", defaultValue = "3000")
    private int newcomers;

    @Option(names = "--seed", defaultValue = "1", description = "The (first) seed; 1 if not told.")
    private long seed;

    @Option(names = "--seeds", defaultValue = "1", description = "How many; 1 if not told.")
    private int seeds;

    @Option(
            names = "--keep",
            paramLabel = "DIRECTORY",
            description = "Keeps each population and what became of it there.")
    private @Nullable Path keep;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public JudgeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (patients < 1 || returning < 0 || newcomers < 0 || returning > patients || seeds < 1) {
            throw Usage.error(
                    spec.commandLine(),
                    "--patients and --seeds must be 1 or more, --returning at most --patients.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Judgement all = Judgement.none();
        boolean holds = true;
        for (int i = 0; i < seeds; i++) {
            Judgement one = judge(seed + i);
            out.println(words("seed " + (seed + i), one));
            out.flush();
            all = all.and(one);
            holds &= one.holds();
        }
        out.println(words("all", all));
        misses(all, out);
        out.println(holds ? "All of it holds for every seed." : "MISSED: see above.");
        return holds ? 0 : MISSED;
    }

    private Judgement judge(long one) throws InterruptedException {
        try {
            Path directory = directory();
            Path csv = directory.resolve("population-" + one + ".csv");
            Path items = directory.resolve("items-" + one + ".csv");
            try {
                Judge judge = new Judge();
                write(csv, judge, one);
                evaluate(csv, items, directory.resolve("evaluate.log"));
                return judge.judge(Verdict.read(items));
            } finally {
                if (keep == null) {
                    Files.deleteIfExists(csv);
                    Files.deleteIfExists(items);
                    Files.deleteIfExists(directory.resolve("evaluate.log"));
                    Files.deleteIfExists(directory);
                }
            }
        } catch (IOException failed) {
            throw new Trouble("Cannot judge: " + failed.getMessage(), failed);
        }
    }

    private Path directory() throws IOException {
        return keep == null
                ? Files.createTempDirectory("praxis-judge")
                : Files.createDirectories(keep);
    }

    private void write(Path csv, Judge judge, long one) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            PopulationCsv file = new PopulationCsv(writer);
            new Population(patients, returning, newcomers, one)
                    .each(
                            registration -> {
                                judge.hear(registration);
                                file.write(registration);
                            });
        }
    }

    private void evaluate(Path csv, Path items, Path log) throws IOException, InterruptedException {
        List<String> arguments =
                List.of(
                        "evaluate",
                        csv.toString(),
                        "--columns",
                        COLUMNS,
                        "--truth",
                        "person",
                        "--on-file",
                        "role=existing",
                        "--json",
                        "--items",
                        items.toString());
        int code =
                new MatchProgram(surroundings.files(), surroundings.java())
                        .run(arguments, log.toFile());
        if (code != 0) {
            throw new Trouble("match evaluate failed:\n" + Files.readString(log));
        }
    }

    private static String words(String what, Judgement judgement) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d found again (%.2f %%); %,d linked, %d wrongly; %,d questions, %d"
                        + " needless (%.2f per 100 newcomers)",
                what,
                judgement.found(),
                judgement.returning(),
                judgement.recall() * 100,
                judgement.links(),
                judgement.wrongLinks(),
                judgement.questions(),
                judgement.needless(),
                judgement.needlessPerHundred());
    }

    private static void misses(Judgement all, PrintWriter out) {
        all.missed().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_MISSES_SHOWN)
                .forEach(each -> out.println("  missed " + each.getValue() + ": " + each.getKey()));
    }
}
