package io.daybook.domain;

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
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.storecredit.StoreCreditCommand;
import io.daybook.domain.storecredit.StoreCreditEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = "io.daybook.domain",
        importOptions = ImportOption.DoNotIncludeTests.class)
class DomainArchitectureTest {

    private static final List<Class<?>> MESSAGES =
            List.of(
                    OrderCommand.class,
                    OrderEvent.class,
                    StockCommand.class,
                    StockEvent.class,
                    PaymentCommand.class,
                    PaymentEvent.class,
                    ReturnCommand.class,
                    ReturnEvent.class,
                    StoreCreditCommand.class,
                    StoreCreditEvent.class);

    @ArchTest
    static final ArchRule domain_knows_no_framework =
            classes()
                    .should()
                    .onlyDependOnClassesThat(
                            inThePackages(
                                    "java.",
                                    "io.daybook.domain.",
                                    "org.jspecify.annotations.",
                                    "com.fasterxml.jackson.annotation."));

    @ArchTest
    static final ArchRule domain_asks_neither_clock_nor_chance =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Clock")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("io.daybook.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_class_has_an_empty_name =
            noClasses().should().haveNameMatching(".*(Impl|Dto|Manager|Helper|Util|Utils|Info|Vo)");

    @ArchTest
    static void commands_and_events_are_records_and_events_carry_a_revision(JavaClasses classes) {
        assertThat(classes).isNotEmpty();
        for (Class<?> root : MESSAGES) {
            for (Class<?> message : root.getPermittedSubclasses()) {
                assertThat(message.isRecord()).as("%s is a record", message).isTrue();
                if (root.getSimpleName().endsWith("Event")) {
                    assertThat(message.isAnnotationPresent(Revision.class))
                            .as("%s carries a revision", message)
                            .isTrue();
                }
            }
        }
    }

    @ArchTest
    static void every_package_is_null_marked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.isAnnotatedWith(NullMarked.class))
                                .as("%s is @NullMarked", each.getName())
                                .isTrue());
    }

    private static DescribedPredicate<JavaClass> inThePackages(String... prefixes) {
        return DescribedPredicate.describe(
                "in the packages " + String.join(", ", prefixes) + " or an allowed Axon annotation",
                type ->
                        type.isPrimitive()
                                || type.isArray()
                                || anAllowedAxonAnnotation().test(type)
                                || List.of(prefixes).stream().anyMatch(type.getName()::startsWith));
    }

    /** Routing and revision: where a command goes, and which shape an event has. */
    private static DescribedPredicate<JavaClass> anAllowedAxonAnnotation() {
        return DescribedPredicate.describe(
                "an allowed Axon annotation",
                type ->
                        List.of(
                                        "org.axonframework.modelling.command.TargetAggregateIdentifier",
                                        "org.axonframework.serialization.Revision")
                                .contains(type.getName()));
    }
}
