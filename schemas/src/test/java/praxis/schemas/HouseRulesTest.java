package praxis.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

class HouseRulesTest {
    private static final Set<String> IMPURE = Set.of("now", "randomUUID");
    private static final JavaClasses CODE = importCode();

    @Test
    void packagesFormNoCycle() {
        slices().matching("praxis.schemas.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void knowsNoOtherModule() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "praxis.schemas..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "com.google.crypto.tink..",
                        "org.apache.kafka..",
                        "org.jspecify..")
                .check(CODE);
    }

    @Test
    void readersKnowNothingOfKafka() {
        noClasses()
                .that()
                .resideInAnyPackage("praxis.schemas.event..", "praxis.schemas.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "praxis.schemas.record..")
                .check(CODE);
    }

    @Test
    void onlyTheEventPackageReadsPayloads() {
        noClasses()
                .that()
                .resideInAPackage("praxis.schemas.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("praxis.schemas.event..")
                .check(CODE);
    }

    @Test
    void timeAndIdsAreArguments() {
        noClasses().should().callMethodWhere(targetIsImpure()).check(CODE);
    }

    @Test
    void nothingReadsItsSurroundings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        System.class,
                        Runtime.class,
                        ThreadLocalRandom.class,
                        Random.class,
                        SecureRandom.class)
                .check(CODE);
    }

    private static JavaClasses importCode() {
        // Names are enough for these rules; looking into every class of the JDK takes seconds.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("praxis.schemas");
    }

    private static DescribedPredicate<JavaMethodCall> targetIsImpure() {
        return DescribedPredicate.describe(
                "a clock or a random id is read",
                call -> IMPURE.contains(call.getTarget().getName()));
    }
}
