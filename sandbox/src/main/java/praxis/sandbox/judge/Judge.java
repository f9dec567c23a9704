package praxis.sandbox.judge;

import praxis.sandbox.population.Person;
import praxis.sandbox.population.Registration;
import praxis.sandbox.population.Registration.Role;
import praxis.sandbox.population.Trait;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows the truth about a population, and holds verdicts against it. */
public final class Judge {
    private final List<Registration> records = new ArrayList<>();

    /** Those who share an address, or name and birth date, with somebody who came before. */
    private final Set<Integer> alike = new HashSet<>();

    private final Set<String> seen = new HashSet<>();

    /** In the order of their records. */
    public void hear(Registration registration) {
        records.add(registration);
        boolean email = address(registration).filter(each -> !seen.add(each)).isPresent();
        boolean name =
                nameAndBirth(registration.said()).filter(each -> !seen.add(each)).isPresent();
        if (email || name) {
            alike.add(records.size());
        }
    }

    /** A placeholder is no address: whoever has one of those is like nobody because of it. */
    private static Optional<String> address(Registration registration) {
        boolean placeholder =
                registration.traits().contains(Trait.NO_EMAIL)
                        && registration.traits().contains(Trait.PLACEHOLDER);
        return placeholder
                ? Optional.empty()
                : registration.said().email().map(email -> email.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> nameAndBirth(Person said) {
        return said.birth()
                .map(birth -> said.name().first() + "|" + said.name().last() + "|" + birth)
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    public Judgement judge(List<Verdict> verdicts) {
        return verdicts.stream().map(this::judge).reduce(Judgement.none(), Judgement::and);
    }

    private Judgement judge(Verdict verdict) {
        boolean returns = is(verdict, Role.RETURNING);
        boolean found = isFound(verdict);
        boolean needless =
                is(verdict, Role.NEW) && verdict.asked() && !alike.contains(verdict.record());
        return new Judgement(
                one(returns),
                one(returns && found),
                one(is(verdict, Role.NEW)),
                one(verdict.linkedTo().isPresent()),
                one(verdict.linkedTo().filter(to -> !isSame(verdict, to)).isPresent()),
                one(verdict.asked()),
                one(needless),
                returns && !found ? Map.of(noise(record(verdict.record())), 1) : Map.of());
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }

    private boolean is(Verdict verdict, Role role) {
        return record(verdict.record()).role() == role;
    }

    private boolean isFound(Verdict verdict) {
        return verdict.linkedTo().filter(to -> isSame(verdict, to)).isPresent()
                || verdict.named().stream().anyMatch(named -> isSame(verdict, named));
    }

    private boolean isSame(Verdict verdict, int other) {
        return record(verdict.record()).person().equals(record(other).person());
    }

    private Registration record(int number) {
        return records.get(number - 1);
    }

    private static String noise(Registration registration) {
        return registration.noise().stream()
                .sorted()
                .map(each -> each.text())
                .collect(Collectors.joining(" + "));
    }
}
