package io.daybook.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.storecredit.StoreCreditCommand;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = "io.daybook.command",
        importOptions = ImportOption.DoNotIncludeTests.class)
class CommandSideArchitectureTest {

    @ArchTest
    static final ArchRule the_command_side_knows_no_other_side =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.daybook.projection..", "io.daybook.query..", "io.daybook.api..");

    @ArchTest
    static final ArchRule the_command_side_knows_no_http =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "java.net.http..");

    /** The database is set up before there is a clock; those times are for people only. */
    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.daybook.command.database..", "io.daybook.command.time..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("io.daybook.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule reactions_return_nothing =
            methods()
                    .that()
                    .areAnnotatedWith(EventHandler.class)
                    .should()
                    .haveRawReturnType(void.class)
                    .because("Axon throws what an event handler returns away");

    @ArchTest
    static final ArchRule no_class_has_an_empty_name =
            noClasses().should().haveNameMatching(".*(Impl|Dto|Manager|Helper|Util|Utils|Info|Vo)");

    @ArchTest
    static void every_command_has_exactly_one_handler(JavaClasses classes) {
        List<String> handled = new ArrayList<>();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                .forEach(method -> handled.add(method.getRawParameterTypes().getFirst().getName()));

        List<String> commands =
                Stream.of(
                                OrderCommand.class,
                                StockCommand.class,
                                PaymentCommand.class,
                                ReturnCommand.class,
                                StoreCreditCommand.class)
                        .flatMap(root -> Stream.of(root.getPermittedSubclasses()))
                        .map(Class::getName)
                        .toList();

        assertThat(handled).containsExactlyInAnyOrderElementsOf(commands);
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
}
