package praxis.read;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The house rules that a machine can check. */
@AnalyzeClasses(packages = "praxis.read", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Set<String> CLOCKS = Set.of("now", "systemUTC", "systemDefaultZone");
    private static final Set<String> NO_ROLES =
            Set.of("Manager", "Service", "Util", "Utils", "Helper", "Impl", "Base", "Abstract");
    private static final Pattern SQL =
            Pattern.compile(
                    "\\b(select|insert into|update|delete from)\\b.*(\\bfrom\\b|set_config)?");
    private static final int LONGEST_FILE = 300;

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("praxis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_APPLICATION_IS_KNOWN =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("praxis.edge..", "praxis.processor..", "praxis.sandbox..");

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
    static final ArchRule ONLY_THE_WAY_TO_THE_DATABASE_KNOWS_THE_POOL =
            classes()
                    .that()
                    .resideOutsideOfPackage("praxis.read.database")
                    .and()
                    .haveNameNotMatching(".*[$.]ReadWiring.*")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages("com.zaxxer..", "javax.sql..");

    @ArchTest
    static final ArchRule CONTROLLERS_ASK_NO_DATABASE_THEMSELVES =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("praxis.read.database", "org.jdbi..", "java.sql..");

    @Test
    void keepsSqlInQueries() throws IOException {
        assertThat(sources().filter(file -> !file.toString().endsWith("Queries.java")))
                .allSatisfy(
                        file ->
                                assertThat(Files.readAllLines(file))
                                        .noneMatch(line -> looksLikeSql(line)));
    }

    @Test
    void keepsFilesShort() throws IOException {
        assertThat(sources())
                .allSatisfy(
                        file ->
                                assertThat(Files.readAllLines(file))
                                        .as(file.toString())
                                        .hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    private static boolean looksLikeSql(String line) {
        String code = line.strip();
        return !code.startsWith("*")
                && !code.startsWith("//")
                && (code.startsWith("select") || code.startsWith("\"select"))
                && SQL.matcher(code).find();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

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
