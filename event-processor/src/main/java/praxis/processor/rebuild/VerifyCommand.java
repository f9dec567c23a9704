package praxis.processor.rebuild;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import praxis.schemas.json.StrictJson;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The command {@code verify}: says whether all is well, and if not, where. */
@Command(
        name = "verify",
        description = "Proves the log against the topic, and the tables against the log.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final int CONTENT = 0;
    private static final int SOMETHING_IS_WRONG = 1;

    private final Supplier<Verification> verification;
    private final PrintWriter out;

    @Option(names = "--json", description = "Answer for machines.")
    private boolean json;

    public VerifyCommand(Supplier<Verification> verification, PrintWriter out) {
        this.verification = verification;
        this.out = out;
    }

    @Override
    public Integer call() {
        Verification.Report report = verification.get().run();
        out.println(json ? asJson(report) : inWords(report));
        out.flush();
        return report.isContent() ? CONTENT : SOMETHING_IS_WRONG;
    }

    private static String inWords(Verification.Report report) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%,d records in %d partitions, %,d rows of the tables: "
                        .formatted(report.records(), report.partitions(), report.rows()));
        if (report.isContent()) {
            return text.append("log complete, tree intact, tables as the log says. All is well.")
                    .toString();
        }
        Finding first = report.findings().getFirst();
        text.append("NOT as it should be.\nFirst: ")
                .append(first.where())
                .append(": ")
                .append(first.what());
        report.findings().stream()
                .skip(1)
                .forEach(
                        finding ->
                                text.append("\nalso:  ")
                                        .append(finding.where())
                                        .append(": ")
                                        .append(finding.what()));
        return text.toString();
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
        return StrictJson.write(answer);
    }
}
