package praxis.processor.evaluate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import praxis.processor.match.PatientMatcher;
import praxis.processor.model.BookingState;
import praxis.processor.model.CandidateJson;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The command {@code match explain}: what speaks for and against two records being one person. */
@Command(
        name = "explain",
        description = {
            "Compares two records of a file, in a practice that has all others on file as well:",
            "how common a name is tells what it proves."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Mixin private LabelledFile file = new LabelledFile();

    @Option(
            names = "--rows",
            required = true,
            split = ",",
            paramLabel = "PATIENT,NEWCOMER",
            description = "The two records, counted from 1.")
    private List<Integer> rows = List.of();

    ExplainCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Sample> samples = file.read();
        if (rows.size() != 2 || rows.stream().anyMatch(row -> row < 1 || row > samples.size())) {
            throw new IllegalArgumentException(
                    "--rows: two numbers from 1 to %d are meant.".formatted(samples.size()));
        }
        Sample newcomer = samples.get(rows.get(1) - 1);
        TrialPractice practice = new TrialPractice(() -> 0);
        Map<Integer, PatientId> cards = new HashMap<>();
        for (Sample sample : samples) {
            if (sample.number() != newcomer.number()) {
                practice.files(sample)
                        .entry()
                        .concerns()
                        .patient()
                        .ifPresent(id -> cards.put(sample.number(), id));
            }
        }
        BookingState state = practice.state();
        PatientId card = cards.get(rows.getFirst());
        if (card == null) {
            throw new IllegalArgumentException("Record %d has no name.".formatted(rows.getFirst()));
        }
        Patient patient = state.patient(card).orElseThrow();
        out.println(
                CandidateJson.write(
                        List.of(PatientMatcher.compare(state, newcomer.fields(), patient))));
        out.println(
                "together: " + PatientMatcher.isFoundBy(state, newcomer.fields(), patient.id()));
        out.flush();
        return 0;
    }
}
