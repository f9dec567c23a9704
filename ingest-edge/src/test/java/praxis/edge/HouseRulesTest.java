package praxis.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The house rules that a machine can check. */
@AnalyzeClasses(packages = "praxis.edge", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Set<String> CLOCKS = Set.of("now", "systemUTC", "systemDefaultZone");
    private static final Set<String> NO_ROLES =
            Set.of("Manager", "Service", "Util", "Utils", "Helper", "Impl", "Base", "Abstract");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("praxis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_APPLICATION_IS_KNOWN =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("praxis.processor..", "praxis.read..", "praxis.sandbox..");

    @ArchTest
    static final ArchRule CLOCK_CHANCE_AND_PLATFORM_COME_FROM_THE_APPLICATION =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Application")
                    .should()
                    .callMethodWhere(reachesOutside());

    @ArchTest
    static final ArchRule SUFFIXES_NAME_ROLES =
            noClasses().should().haveNameMatching(".*(" + String.join("|", NO_ROLES) + ")$");

    @ArchTest
    static final ArchRule VERIFYING_NEEDS_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAnyPackage("praxis.edge.verify", "praxis.edge.secrets")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.micronaut..", "io.netty..", "org.apache.kafka..", "org.slf4j..");

    @ArchTest
    static final ArchRule ONLY_APPENDING_KNOWS_KAFKA =
            classes()
                    .that()
                    .resideOutsideOfPackage("praxis.edge.append")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("org.apache.kafka..");

    private static DescribedPredicate<JavaCall<?>> reachesOutside() {
        return DescribedPredicate.describe(
                "ask the clock, chance or the platform",
                call -> {
                    JavaClass owner = call.getTargetOwner();
                    String name = call.getName();
                    return owner.isEquivalentTo(System.class)
                            || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                            || (CLOCKS.contains(name)
                                    && (owner.isAssignableTo(Clock.class)
                                            || owner.isEquivalentTo(Instant.class)
                                            || owner.getPackageName().equals("java.time")));
                });
    }
}
