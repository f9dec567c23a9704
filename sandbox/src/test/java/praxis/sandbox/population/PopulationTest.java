package praxis.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import praxis.sandbox.population.Registration.Role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

class PopulationTest {
    private static final int PATIENTS = 20_000;
    private static final int ARRIVALS = 3_000;
    private static final List<Registration> ALL =
            all(new Population(PATIENTS, ARRIVALS, ARRIVALS, 7));

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(all(new Population(500, 50, 50, 3)))
                .isEqualTo(all(new Population(500, 50, 50, 3)))
                .isNotEqualTo(all(new Population(500, 50, 50, 4)));
    }

    @Test
    void patientsDoNotDependOnWhoComesAfterwards() {
        assertThat(all(new Population(500, 50, 50, 3)).subList(0, 500))
                .isEqualTo(all(new Population(500, 0, 0, 3)));
    }

    @Test
    void countsAsItIsTold() {
        assertThat(of(Role.EXISTING)).hasSize(PATIENTS);
        assertThat(of(Role.RETURNING)).hasSize(ARRIVALS);
        assertThat(of(Role.NEW)).hasSize(ARRIVALS);
        assertThat(new Population(1, 1, 1, 0))
                .satisfies(small -> assertThat(all(small)).hasSize(3));
    }

    @Test
    void refusesMoreReturnsThanPatients() {
        assertThatThrownBy(() -> new Population(10, 11, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everybodyIsOnePersonAndReturnsOnceAtMost() {
        assertThat(of(Role.EXISTING)).extracting(Registration::person).doesNotHaveDuplicates();
        assertThat(of(Role.RETURNING)).extracting(Registration::person).doesNotHaveDuplicates();
        assertThat(people(Role.EXISTING)).containsAll(people(Role.RETURNING));
        assertThat(people(Role.EXISTING)).doesNotContainAnyElementsOf(people(Role.NEW));
    }

    @Test
    void firstComesWhoIsThere() {
        assertThat(ALL.subList(0, PATIENTS))
                .extracting(Registration::role)
                .containsOnly(Role.EXISTING);
        assertThat(ALL.subList(PATIENTS, PATIENTS + 100))
                .extracting(Registration::role)
                .contains(Role.RETURNING, Role.NEW);
    }

    @Test
    void holdsTheSharesOfWhatIsDifficult() {
        assertThat(inHundred(Trait.SHARED_MAILBOX)).isCloseTo(8, Percentage.withPercentage(10));
        assertThat(inHundred(Trait.TWIN)).isCloseTo(1, Percentage.withPercentage(30));
        assertThat(inHundred(Trait.NAMESAKE)).isCloseTo(0.3, Percentage.withPercentage(50));
        assertThat(inHundred(Trait.NO_EMAIL)).isCloseTo(10, Percentage.withPercentage(10));
        assertThat(inHundred(Trait.PLACEHOLDER)).isBetween(1.0, 4.0);
    }

    @Test
    void mailboxesAreSharedByThoseWhoSaySoAndByNobodyElse() {
        Map<String, List<Registration>> readers =
                of(Role.EXISTING).stream()
                        .filter(each -> !each.traits().contains(Trait.NO_EMAIL))
                        .collect(Collectors.groupingBy(each -> each.said().email().orElseThrow()));
        readers.values()
                .forEach(
                        each ->
                                assertThat(each)
                                        .allMatch(
                                                reader ->
                                                        reader.traits()
                                                                        .contains(
                                                                                Trait
                                                                                        .SHARED_MAILBOX)
                                                                == each.size() > 1));
    }

    @Test
    void twinsHaveAllButTheFirstNameInCommon() {
        List<List<Registration>> twins = households(Trait.TWIN);
        assertThat(twins).isNotEmpty();
        for (List<Registration> pair : twins) {
            assertThat(pair).hasSize(2);
            assertThat(pair).extracting(each -> each.said().name().first()).doesNotHaveDuplicates();
            assertThat(known(pair, each -> each.said().birth())).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void namesakesAreFatherAndSonUnderOneName() {
        List<List<Registration>> namesakes =
                List.copyOf(
                        of(Role.EXISTING).stream()
                                .filter(each -> each.traits().contains(Trait.NAMESAKE))
                                .collect(Collectors.groupingBy(each -> each.said().name()))
                                .values());
        assertThat(namesakes).isNotEmpty();
        for (List<Registration> pair : namesakes) {
            assertThat(pair).hasSizeGreaterThanOrEqualTo(2);
            assertThat(known(pair, each -> each.said().birth()).stream().distinct())
                    .hasSizeGreaterThan(pair.size() / 2);
        }
    }

    @Test
    void someNamesAreCommonAndMostAreNot() {
        Map<String, Long> counts =
                of(Role.EXISTING).stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.said().name().last(), Collectors.counting()));
        assertThat(counts.values().stream().mapToLong(Long::longValue).max().orElseThrow())
                .isBetween(PATIENTS / 200L, PATIENTS / 50L);
        assertThat(counts).hasSizeGreaterThan(PATIENTS / 5);
    }

    @Test
    void returningOnesCarryOneOrTwoKindsOfNoiseAndAllKindsOccur() {
        Map<Noise, Integer> counts = new HashMap<>();
        for (Registration each : of(Role.RETURNING)) {
            assertThat(each.noise()).hasSizeBetween(1, 2);
            each.noise().forEach(noise -> counts.merge(noise, 1, Integer::sum));
        }
        assertThat(counts).containsOnlyKeys(Noise.values());
    }

    @Test
    void noiseIsWhereItIsSaidToBe() {
        Map<String, Registration> before =
                of(Role.EXISTING).stream()
                        .collect(Collectors.toMap(Registration::person, Function.identity()));
        for (Registration each : of(Role.RETURNING)) {
            Person was = requireNonNull(before.get(each.person())).said();
            assertThat(each.said().name().equals(was.name()))
                    .isEqualTo(each.noise().stream().noneMatch(PopulationTest::touchesName));
            if (each.noise().contains(Noise.NEW_EMAIL)) {
                assertThat(each.said().email()).isPresent().isNotEqualTo(was.email());
            }
            if (each.noise().contains(Noise.BIRTH_DATE_MISSING)) {
                assertThat(each.said().birth()).isEmpty();
            }
        }
    }

    @Test
    void somebodyNewMayBeOfAnOldFamily() {
        Set<String> mailboxes = new HashSet<>();
        of(Role.EXISTING).forEach(each -> each.said().email().ifPresent(mailboxes::add));
        long related =
                of(Role.NEW).stream()
                        .filter(each -> each.traits().contains(Trait.SHARED_MAILBOX))
                        .filter(each -> each.said().email().filter(mailboxes::contains).isPresent())
                        .count();
        assertThat(related * 100.0 / ARRIVALS).isCloseTo(8, within(1.0));
        assertThat(of(Role.NEW)).anyMatch(each -> each.traits().contains(Trait.TWIN));
        assertThat(of(Role.NEW)).anyMatch(each -> each.traits().contains(Trait.NAMESAKE));
    }

    @Test
    void addressesAreReservedForExamples() {
        assertThat(ALL.stream().map(each -> each.said().email()).flatMap(Optional::stream))
                .allMatch(
                        email ->
                                email.matches(
                                        "[\\p{Alnum}._-]+@(.+\\.)?example(\\.org|\\.net|\\.com)?"));
    }

    @Test
    void numbersBelongToNobody() {
        assertThat(ALL.stream().map(each -> each.said().phone()).flatMap(Optional::stream))
                .allMatch(
                        phone ->
                                phone.replaceAll("\\D", "")
                                        .matches(
                                                "(0049|49|0)((30|40|69|89)0\\d{7}|158\\d{8})|000000"));
    }

    @Test
    void keepsPeopleOutOfTexts() {
        Registration first = ALL.getFirst();
        assertThat(first.toString().toLowerCase(Locale.ROOT))
                .doesNotContain(first.said().name().last().toLowerCase(Locale.ROOT));
    }

    private static boolean touchesName(Noise noise) {
        return switch (noise.field()) {
            case FIRST_NAME, LAST_NAME, ORDER_OF_NAMES -> true;
            case BIRTH_DATE, EMAIL, PHONE -> false;
        };
    }

    /** By mailbox, which a household of these kinds shares. */
    private static List<List<Registration>> households(Trait trait) {
        return of(Role.EXISTING).stream()
                .filter(each -> each.traits().contains(trait))
                .collect(Collectors.groupingBy(each -> each.said().email()))
                .values()
                .stream()
                .sorted(Comparator.comparing(pair -> pair.getFirst().person()))
                .toList();
    }

    private static <T> Set<T> known(
            List<Registration> pair, Function<Registration, Optional<T>> field) {
        return pair.stream()
                .filter(each -> !each.traits().contains(Trait.NO_BIRTH_DATE))
                .map(field)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static double inHundred(Trait trait) {
        Predicate<Registration> has = each -> each.traits().contains(trait);
        return of(Role.EXISTING).stream().filter(has).count() * 100.0 / PATIENTS;
    }

    private static List<String> people(Role role) {
        return of(role).stream().map(Registration::person).toList();
    }

    private static List<Registration> of(Role role) {
        return ALL.stream().filter(each -> each.role() == role).toList();
    }

    private static List<Registration> all(Population population) {
        List<Registration> all = new ArrayList<>();
        population.each(all::add);
        return all;
    }
}
