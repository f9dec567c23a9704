package praxis.processor.evaluate;

import praxis.processor.model.CandidateJson;
import praxis.processor.model.Explanation;
import praxis.schemas.json.StrictJson;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an evaluation found.
 *
 * @param nanos that deciding on all of them took
 */
record Report(List<Trial> trials, long nanos) {
    private static final int WORST = 10;
    private static final double NANOS_PER_MICRO = 1_000;

    long truePairs() {
        return count(Trial::known);
    }

    long foundPairs() {
        return count(Trial::isFound);
    }

    long autoLinks() {
        return count(Trial::isAutomaticLink);
    }

    long wrongAutoLinks() {
        return count(trial -> trial.isAutomaticLink() && !trial.right());
    }

    long reviewItems() {
        return count(Trial::isReview);
    }

    long falseItems() {
        return count(trial -> trial.isReview() && !trial.right());
    }

    private long count(Predicate<Trial> wanted) {
        return trials.stream().filter(wanted).count();
    }

    private double microsPerEvent() {
        return trials.isEmpty() ? 0 : Math.rint(nanos / NANOS_PER_MICRO / trials.size() * 10) / 10;
    }

    String asJson() {
        var answer = StrictJson.object();
        answer.put("records", trials.size());
        answer.put("true_pairs", truePairs());
        answer.put("found_pairs", foundPairs());
        answer.put("auto_links", autoLinks());
        answer.put("wrong_auto_links", wrongAutoLinks());
        answer.put("review_items", reviewItems());
        answer.put("false_items", falseItems());
        answer.put("micros_per_event", microsPerEvent());
        return StrictJson.write(answer);
    }

    String inWords() {
        return """
        %,d records, of which %,d are of somebody known
        automatic links   %,d, of which wrong %,d: precision %s
        found             %,d of %,d by link or review: recall %s
        review items      %,d, of which name the wrong people %,d (%s of the records)
        time              %.1f µs per event
        """
                        .formatted(
                                trials.size(),
                                truePairs(),
                                autoLinks(),
                                wrongAutoLinks(),
                                share(autoLinks() - wrongAutoLinks(), autoLinks()),
                                foundPairs(),
                                truePairs(),
                                share(foundPairs(), truePairs()),
                                reviewItems(),
                                falseItems(),
                                share(falseItems(), trials.size()),
                                microsPerEvent())
                + worst("missed", Trial::isMiss)
                + worst("asked in vain", trial -> trial.isReview() && !trial.right());
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
    }

    /**
     * Those first where somebody came closest to being asked about, or was proposed most surely.
     */
    private String worst(String what, Predicate<Trial> wanted) {
        List<Trial> worst =
                trials.stream()
                        .filter(wanted)
                        .sorted(Comparator.comparingDouble(trial -> -best(trial)))
                        .limit(WORST)
                        .toList();
        return worst.isEmpty()
                ? ""
                : "\n"
                        + what
                        + ", the worst:\n"
                        + worst.stream().map(Report::line).collect(Collectors.joining());
    }

    private static double best(Trial trial) {
        return trial.decision().entry().match().stream()
                .flatMap(why -> why.candidates().stream())
                .flatMap(candidate -> candidate.score().stream())
                .findFirst()
                .orElse(0.0);
    }

    private static String line(Trial trial) {
        return "  record %d %s %s %s%n"
                .formatted(
                        trial.sample().number(),
                        trial.kind().orElse(trial.decision().entry().outcome()),
                        trial.named(),
                        trial.decision()
                                .entry()
                                .match()
                                .map(Explanation::candidates)
                                .map(
                                        candidates ->
                                                CandidateJson.write(
                                                        candidates.stream().limit(1).toList()))
                                .orElse(""));
    }

    /** One line a record, for those who measure other things. */
    String items() {
        return "record,outcome,kind,named,linked_to,known,right\n"
                + trials.stream()
                        .map(
                                trial ->
                                        "%d,%s,%s,%s,%s,%s,%s%n"
                                                .formatted(
                                                        trial.sample().number(),
                                                        trial.decision().entry().outcome(),
                                                        trial.kind().orElse(""),
                                                        trial.named().stream()
                                                                .map(String::valueOf)
                                                                .collect(Collectors.joining(";")),
                                                        trial.linkedTo()
                                                                .map(String::valueOf)
                                                                .orElse(""),
                                                        trial.known(),
                                                        trial.right()))
                        .collect(Collectors.joining());
    }
}
