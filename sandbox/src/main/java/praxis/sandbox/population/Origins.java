package praxis.sandbox.population;

import praxis.sandbox.population.ForeignNames.Ending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The origins of a German town's families, in the shares they have there, roughly. */
final class Origins {
    private final List<Origin> weighted = new ArrayList<>();

    Origins() {
        add(82, new GermanNames());
        add(6, new ForeignNames("turkish.txt", List.of(), 8));
        add(
                4,
                new ForeignNames(
                        "polish.txt",
                        List.of(new Ending("ski", "ska"), new Ending("cki", "cka")),
                        0));
        add(
                4,
                new ForeignNames(
                        "russian.txt", List.of(new Ending("w", "wa"), new Ending("in", "ina")), 0));
        add(3, new ForeignNames("arabic.txt", List.of(), 12));
        add(1, new ForeignNames("vietnamese.txt", List.of(), 3));
    }

    private void add(int inHundred, Origin origin) {
        weighted.addAll(Collections.nCopies(inHundred, origin));
    }

    Origin pick(Chance chance) {
        return chance.pick(weighted);
    }
}
