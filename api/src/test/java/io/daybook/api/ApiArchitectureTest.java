package io.daybook.api;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.api.exchange.DryRunnable;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.daybook.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {

    private static final DescribedPredicate<JavaClass> REACTOR =
            JavaClass.Predicates.resideInAPackage("reactor.core.publisher..");

    @ArchTest
    static final ArchRule the_sides_are_assembled_and_never_imported =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.daybook.command..",
                            "io.daybook.projection..",
                            "io.daybook.query..");

    /** Except for tokens, which are verified by the system's, and for the clients. */
    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.daybook.api.security..", "io.daybook.api.cli..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("io.daybook.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_do_not_know_each_other =
            slices().matching("io.daybook.api.(order|inventory|payment|returns|audit|operations)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule the_command_line_is_a_client_like_any_other =
            noClasses()
                    .that()
                    .resideInAPackage("io.daybook.api.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.daybook.domain.order..", "io.daybook.api.exchange..", "reactor..");

    @ArchTest
    static final ArchRule nothing_blocks_an_event_loop =
            noClasses()
                    .should()
                    .callMethodWhere(target(owner(REACTOR)).and(target(nameMatching("block.*"))));

    @ArchTest
    static final ArchRule controllers_are_private_to_their_feature =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveSimpleNameEndingWith("Controller");

    /** What a provider reports has happened; nobody can ask what it would do. */
    @ArchTest
    static final ArchRule every_command_can_be_tried_without_effect =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .and()
                    .containAnyMethodsThat(annotatedWith(PostMapping.class))
                    .and()
                    .resideOutsideOfPackages(
                            "io.daybook.api.operations..", "io.daybook.api.security..")
                    .and()
                    .doNotHaveSimpleName("ProviderEventController")
                    .should()
                    .beAnnotatedWith(DryRunnable.class);

    @ArchTest
    static final ArchRule no_class_has_an_empty_name =
            noClasses().should().haveNameMatching(".*(Impl|Dto|Manager|Helper|Util|Utils|Info|Vo)");

    @ArchTest
    static void every_package_is_null_marked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.isAnnotatedWith(NullMarked.class))
                                .as("%s is @NullMarked", each.getName())
                                .isTrue());
    }
}
