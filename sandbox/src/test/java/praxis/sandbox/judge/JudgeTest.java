package praxis.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.sandbox.population.Name;
import praxis.sandbox.population.Noise;
import praxis.sandbox.population.Person;
import praxis.sandbox.population.Registration;
import praxis.sandbox.population.Registration.Role;
import praxis.sandbox.population.Sex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class JudgeTest {
    private static final int ANNA = 1;
    private static final int EMIL = 2;
    private static final int ANNA_AGAIN = 3;
    private static final int STRANGER = 4;
    private static final int SHARING_WITH_EMIL = 5;

    private final Judge judge = new Judge();

    @TempDir Path directory;

    @BeforeEach
    void hear() {
        judge.hear(registration("P1", Role.EXISTING, "Anna", "anna@example.org"));
        judge.hear(registration("P2", Role.EXISTING, "Emil", "emil@example.org"));
        judge.hear(registration("P1", Role.RETURNING, "Ana", "neu@example.org"));
        judge.hear(registration("N1", Role.NEW, "Zoe", "zoe@example.org"));
        judge.hear(registration("N2", Role.NEW, "Mia", "Emil@example.org"));
    }

    @Test
    void whoIsNamedAmongOthersIsFound() {
        Judgement judgement = judge.judge(List.of(asked(ANNA_AGAIN, EMIL, ANNA)));
        assertThat(judgement.recall()).isEqualTo(1);
        assertThat(judgement.questions()).isEqualTo(1);
        assertThat(judgement.holds()).isTrue();
    }

    @Test
    void whoIsNotNamedIsMissedWithTheNoise() {
        Judgement judgement =
                judge.judge(List.of(new Verdict(ANNA_AGAIN, false, List.of(), Optional.empty())));
        assertThat(judgement.recall()).isZero();
        assertThat(judgement.missed()).containsEntry("first_name_typo + new_email", 1);
        assertThat(judgement.holds()).isFalse();
    }

    @Test
    void linkToSomebodyElseIsWrongWhoeverItIs() {
        assertThat(judge.judge(List.of(linked(ANNA_AGAIN, ANNA))).wrongLinks()).isZero();
        assertThat(judge.judge(List.of(linked(ANNA_AGAIN, EMIL))).wrongLinks()).isEqualTo(1);
        assertThat(judge.judge(List.of(linked(STRANGER, EMIL))).wrongLinks()).isEqualTo(1);
    }

    @Test
    void questionIsNeedlessWhereNothingIsShared() {
        assertThat(judge.judge(List.of(asked(STRANGER, ANNA))).needless()).isEqualTo(1);
        assertThat(judge.judge(List.of(asked(SHARING_WITH_EMIL, EMIL))).needless()).isZero();
        assertThat(judge.judge(List.of(asked(ANNA_AGAIN, EMIL))).needless()).isZero();
    }

    @Test
    void sumsUp() {
        Judgement one = judge.judge(List.of(asked(STRANGER, ANNA), asked(SHARING_WITH_EMIL, EMIL)));
        assertThat(Judgement.none().and(one).and(one).needlessPerHundred()).isEqualTo(50);
    }

    @Test
    void readsWhatTheMatcherWrites() throws IOException {
        Path items = directory.resolve("items.csv");
        Files.writeString(
                items,
                """
                record,outcome,kind,named,linked_to,known,right
                3,needs review,EMAIL_MISMATCH,1;2,,true,true
                4,linked,,,2,false,false
                5,created,,,,false,false
                """);
        assertThat(Verdict.read(items))
                .containsExactly(
                        asked(ANNA_AGAIN, ANNA, EMIL),
                        linked(STRANGER, EMIL),
                        new Verdict(SHARING_WITH_EMIL, false, List.of(), Optional.empty()));
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path other = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Verdict.read(other)).isInstanceOf(IOException.class);
    }

    private static Verdict asked(int record, Integer... named) {
        return new Verdict(record, true, List.of(named), Optional.empty());
    }

    private static Verdict linked(int record, int to) {
        return new Verdict(record, false, List.of(), Optional.of(to));
    }

    private static Registration registration(String person, Role role, String first, String email) {
        return new Registration(
                person,
                role,
                role == Role.RETURNING ? Set.of(Noise.NEW_EMAIL, Noise.FIRST_NAME_TYPO) : Set.of(),
                Set.of(),
                new Person(
                        new Name(first, "Beispiel"),
                        Sex.FEMALE,
                        Optional.of(LocalDate.of(1984, 5, 17)),
                        Optional.of(email),
                        Optional.empty()));
    }
}
