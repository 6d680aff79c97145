package io.daybook.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.dryrun.PreviewIntent;
import io.daybook.domain.inventory.ExplainStock;
import io.daybook.domain.inventory.FindSku;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.FindStockItemAt;
import io.daybook.domain.inventory.ListMovements;
import io.daybook.domain.inventory.ListStock;
import io.daybook.domain.order.FindOrder;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.order.ListOrders;
import io.daybook.domain.payment.FindPayment;
import io.daybook.domain.payment.FindPaymentAt;
import io.daybook.domain.payment.ListPayments;
import io.daybook.domain.process.FindDeadLetter;
import io.daybook.domain.process.FindProcess;
import io.daybook.domain.process.ListDeadLetters;
import io.daybook.domain.process.ListProcesses;
import io.daybook.domain.returns.FindReturn;
import io.daybook.domain.returns.FindReturnAt;
import io.daybook.domain.returns.ListReturns;
import io.daybook.domain.storecredit.FindStoreCredit;
import io.daybook.domain.storecredit.FindStoreCreditAt;
import io.daybook.domain.storecredit.ListStoreCredit;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "io.daybook.query", importOptions = ImportOption.DoNotIncludeTests.class)
class QuerySideArchitectureTest {

    @ArchTest
    static final ArchRule the_query_side_knows_no_other_side =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.daybook.projection..", "io.daybook.command..", "io.daybook.api..");

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule the_query_side_knows_neither_http_nor_jdbc =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.web..",
                            "java.net.http..",
                            "java.sql..",
                            "javax.sql..");

    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("io.daybook.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_blocks =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "waits for a result", QuerySideArchitectureTest::waits));

    @ArchTest
    static final ArchRule no_class_has_an_empty_name =
            noClasses().should().haveNameMatching(".*(Impl|Dto|Manager|Helper|Util|Utils|Info|Vo)");

    private static boolean waits(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        if (owner.isAssignableTo(CompletableFuture.class)) {
            return call.getName().equals("join") || call.getName().equals("get");
        }
        return owner.getPackageName().startsWith("reactor.") && call.getName().startsWith("block");
    }

    @ArchTest
    static void every_query_has_exactly_one_handler(JavaClasses classes) {
        var handled =
                classes.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(QueryHandler.class))
                        .<Class<?>>map(
                                method -> method.getRawParameterTypes().getFirst().reflect());

        assertThat(handled)
                .containsExactlyInAnyOrder(
                        FindOrder.class,
                        FindOrderAt.class,
                        ListOrders.class,
                        FindStockItem.class,
                        FindStockItemAt.class,
                        FindSku.class,
                        ListStock.class,
                        ListMovements.class,
                        ExplainStock.class,
                        FindPayment.class,
                        FindPaymentAt.class,
                        ListPayments.class,
                        FindStoreCredit.class,
                        FindStoreCreditAt.class,
                        ListStoreCredit.class,
                        FindReturn.class,
                        FindReturnAt.class,
                        ListReturns.class,
                        ReadLog.class,
                        PreviewIntent.class,
                        ListProcesses.class,
                        FindProcess.class,
                        FindDeadLetter.class,
                        ListDeadLetters.class);
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
