package praxis.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.jdbi.v3.core.Handle;

import java.sql.Statement;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** The house rules that a machine can check. */
@AnalyzeClasses(packages = "praxis.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Set<String> CLOCKS =
            Set.of("now", "system", "systemUTC", "systemDefaultZone");
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
                    .resideInAnyPackage("praxis.edge..", "praxis.read..", "praxis.sandbox..");

    @ArchTest
    static final ArchRule IMPORTS_RUN_DOWNWARDS =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage("praxis.processor..")
                    .layer("program")
                    .definedBy("praxis.processor")
                    .layer("watch")
                    .definedBy("praxis.processor.watch")
                    .layer("publish")
                    .definedBy("praxis.processor.publish")
                    .layer("start")
                    .definedBy("praxis.processor.start")
                    .layer("consume")
                    .definedBy("praxis.processor.consume")
                    .optionalLayer("rebuild")
                    .definedBy("praxis.processor.rebuild")
                    .layer("handle")
                    .definedBy("praxis.processor.handle")
                    .layer("decide")
                    .definedBy("praxis.processor.decide")
                    .layer("match")
                    .definedBy("praxis.processor.match")
                    .optionalLayer("evaluate")
                    .definedBy("praxis.processor.evaluate")
                    .layer("normalise")
                    .definedBy("praxis.processor.normalise")
                    .layer("apply")
                    .definedBy("praxis.processor.apply")
                    .layer("model")
                    .definedBy("praxis.processor.model")
                    .layer("trouble")
                    .definedBy("praxis.processor.trouble")
                    .whereLayer("program")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("watch")
                    .mayOnlyBeAccessedByLayers("program")
                    .whereLayer("rebuild")
                    .mayOnlyBeAccessedByLayers("program")
                    .whereLayer("publish")
                    .mayOnlyBeAccessedByLayers("program", "watch")
                    .whereLayer("start")
                    .mayOnlyBeAccessedByLayers("program", "watch")
                    .whereLayer("consume")
                    .mayOnlyBeAccessedByLayers("program", "watch")
                    .whereLayer("handle")
                    .mayOnlyBeAccessedByLayers("program", "consume", "rebuild")
                    .whereLayer("decide")
                    .mayOnlyBeAccessedByLayers("handle", "rebuild", "evaluate")
                    .whereLayer("match")
                    .mayOnlyBeAccessedByLayers("decide", "evaluate")
                    .whereLayer("match")
                    .mayOnlyAccessLayers("model", "normalise")
                    .whereLayer("evaluate")
                    .mayOnlyBeAccessedByLayers("program")
                    .whereLayer("normalise")
                    .mayNotAccessAnyLayer()
                    .whereLayer("apply")
                    .mayOnlyBeAccessedByLayers(
                            "program", "start", "consume", "handle", "rebuild", "publish")
                    .whereLayer("model")
                    .mayOnlyAccessLayers("normalise");

    @ArchTest
    static final ArchRule DECIDING_NEEDS_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "praxis.processor.decide",
                            "praxis.processor.match",
                            "praxis.processor.model",
                            "praxis.processor.normalise")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.jdbi..",
                            "org.apache.kafka..",
                            "org.slf4j..",
                            "java.sql..",
                            "javax.sql..");

    @ArchTest
    static final ArchRule CLOCK_CHANCE_AND_PLATFORM_COME_FROM_THE_APPLICATION =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Application")
                    .should()
                    .callMethodWhere(reachesOutside())
                    .orShould()
                    .accessFieldWhere(
                            JavaAccess.Predicates.targetOwner(
                                    JavaClass.Predicates.equivalentTo(System.class)));

    @ArchTest
    static final ArchRule SQL_STANDS_WITH_THE_STORES_AND_QUERIES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("praxis.processor.apply")
                    .and()
                    .haveSimpleNameNotEndingWith("Queries")
                    .should()
                    .callMethodWhere(speaksSql())
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Statement.class);

    @ArchTest
    static final ArchRule SUFFIXES_NAME_ROLES =
            noClasses().should().haveNameMatching(".*(" + String.join("|", NO_ROLES) + ")$");

    private static DescribedPredicate<JavaCall<?>> reachesOutside() {
        return DescribedPredicate.describe(
                "ask the clock, chance or the platform",
                call -> {
                    JavaClass owner = call.getTargetOwner();
                    String name = call.getName();
                    return (owner.isEquivalentTo(System.class) && !isArrayCopy(name))
                            || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                            || (CLOCKS.contains(name)
                                    && (owner.isAssignableTo(Clock.class)
                                            || owner.isEquivalentTo(InstantSource.class)
                                            || owner.getPackageName().equals("java.time")));
                });
    }

    /** Touches nothing outside. */
    private static boolean isArrayCopy(String name) {
        return name.equals("arraycopy");
    }

    private static DescribedPredicate<JavaCall<?>> speaksSql() {
        return DescribedPredicate.describe(
                "speak SQL",
                call ->
                        call.getTargetOwner().isAssignableTo(Handle.class)
                                && (call.getName().startsWith("create")
                                        || call.getName().startsWith("prepare")
                                        || call.getName().equals("execute")
                                        || call.getName().equals("select")));
    }
}
