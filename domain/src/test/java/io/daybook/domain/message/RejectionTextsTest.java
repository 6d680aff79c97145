package io.daybook.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Samples;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.order.OrderRejection;
import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.returns.ReturnRejection;
import io.daybook.domain.shared.Money;
import io.daybook.domain.storecredit.StoreCreditRejection;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal has a code for programs and a sentence for people. */
class RejectionTextsTest {

    static Stream<Class<?>> rejections() {
        return Stream.of(
                        OrderRejection.class,
                        StockRejection.class,
                        PaymentRejection.class,
                        CallbackRejection.class,
                        ReturnRejection.class,
                        StoreCreditRejection.class,
                        RequestRejection.class)
                .flatMap(RejectionTextsTest::concrete);
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RejectionTextsTest::concrete)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void hasACodeForPrograms(Class<?> type) {
        assertThat(((Rejection) Samples.of(type)).code()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void hasASentenceForPeopleWithTheFiguresThatMatter(Class<?> type) throws Exception {
        var rejection = (Rejection) Samples.of(type);

        assertThat(rejection.detail()).matches("(?s)\\S.*\\.").doesNotContain("null", "%");
        for (RecordComponent component : type.getRecordComponents()) {
            if (isFigure(component.getType())) {
                component.getAccessor().setAccessible(true);
                assertThat(rejection.detail())
                        .contains(component.getAccessor().invoke(rejection).toString());
            }
        }
    }

    private static boolean isFigure(Class<?> type) {
        return type == int.class || type == long.class || type == Money.class;
    }
}
