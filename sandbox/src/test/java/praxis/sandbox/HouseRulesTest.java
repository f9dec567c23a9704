package praxis.sandbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("praxis.sandbox");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("praxis.sandbox.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void toolKnowsNothingOfTheSystemItSendsTo() {
        noClasses()
                .that()
                .resideInAPackage("praxis.sandbox.tool..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("praxis.sandbox..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "praxis.sandbox.tool..",
                                                        "praxis.sandbox.population.."))))
                .check(OURS);
    }

    @Test
    void populationKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("praxis.sandbox.population..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("praxis..")
                                .and(not(resideInAPackage("praxis.sandbox.population.."))))
                .check(OURS);
    }

    @Test
    void sqlStaysWithTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages("praxis.sandbox.database..", "praxis.sandbox.bench..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.sql.Statement.class)
                .check(OURS);
    }

    @Test
    void clockAndEnvironmentComeAsArguments() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Application")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(OURS);
    }

    @Test
    void programsAreStartedAndNeverImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("praxis.edge..", "praxis.processor..", "praxis.read..")
                .check(OURS);
    }

    @Test
    void namesSayTheRole() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Service|Util|Utils|Helper|Impl)")
                .andShould()
                .haveNameNotMatching(".*\\.(Abstract|Base)[A-Z].*")
                .check(OURS);
    }
}
