package io.daybook.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.process.ProcessId;
import io.daybook.domain.process.ProcessKind;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Identifiers have one text form each, and nothing else is taken for one. */
class IdentifierTest {

    private static final String UUID_TEXT = "0199d0a4-6f3c-7000-8000-000000000001";
    private static final UUID SOME = UUID.fromString(UUID_TEXT);
    private static final OrderId ORDER = OrderId.of(SOME);
    private static final ReturnId RETURN = ReturnId.of(SOME);
    private static final ChangeId CHANGE = ChangeId.of(SOME);

    static Stream<Arguments> forms() {
        return Stream.of(
                form(OrderId::new, "ord_" + UUID_TEXT),
                form(PaymentId::new, "pay_" + UUID_TEXT),
                form(ReservationId::new, "res_" + UUID_TEXT),
                form(ReturnId::new, "ret_" + UUID_TEXT),
                form(Sku::new, "TEA-1"),
                form(Location::new, "main"),
                form(TenantId::new, "demo"),
                form(CustomerId::new, "customer:7"),
                form(LineId::new, "1"),
                form(LotNumber::new, "L/1"),
                form(SerialNumber::new, "S/1"),
                form(StockItemId::parse, "stk_demo:main:TEA-1"),
                form(StoreCreditId::parse, "scr_demo:EUR:customer:7"),
                form(ProcessId::parse, "fulfilment-ord_" + UUID_TEXT),
                form(ProcessId::parse, "cancellation-ord_" + UUID_TEXT),
                form(ProcessId::parse, "settlement-ret_" + UUID_TEXT));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isWrittenAsItWasRead(Function<String, Object> read, String text) {
        assertThat(read.apply(text)).hasToString(text);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anyOtherTextIsRefused(Function<String, Object> read, String text) {
        for (String other : new String[] {"", " " + text, text + " ", text + "é"}) {
            assertThatThrownBy(() -> read.apply(other))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anIdOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> new OrderId("pay_" + UUID_TEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StockItemId.parse("scr_demo:main:TEA-1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StockItemId.parse("stk_demo:main"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoreCreditId.parse("stk_demo:EUR:7"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoreCreditId.parse("scr_demo:EUR"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProcessId(ProcessKind.SETTLEMENT, ORDER.value()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProcessId(ProcessKind.FULFILMENT, RETURN.value()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessId.parse("shipping-" + ORDER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Derived ids are in the log: the same step has to find the same id in every version. */
    @Test
    void derivedIdsNeverChange() {
        assertThat(PaymentId.forOrder(ORDER))
                .hasToString("pay_0199d0a4-6f3c-7c2d-a175-a437a6aa8c12");
        assertThat(PaymentId.forChange(CHANGE))
                .hasToString("pay_0199d0a4-6f3c-7cff-89e4-4e766b200f7f");
        assertThat(PaymentId.forExchange(ORDER, "op"))
                .hasToString("pay_0199d0a4-6f3c-72bd-8bf8-62207b89cc9b");
        assertThat(OrderId.forReplacement(RETURN))
                .hasToString("ord_0199d0a4-6f3c-7824-b5ae-30ec6f0c726e");
        assertThat(ReservationId.forLine(ORDER, "1"))
                .hasToString("res_0199d0a4-6f3c-7228-8906-be6c6376ee3b");
        assertThat(ReservationId.forPart(ORDER, "1", 2, new Location("main")))
                .hasToString("res_0199d0a4-6f3c-7916-882b-aa73a989f19d");
        assertThat(ReservationId.forChange(CHANGE, "1"))
                .hasToString("res_0199d0a4-6f3c-76c6-8c86-b39cf12d9baf");
    }

    @Test
    void anIdIsMadeOfAUuid() {
        assertThat(OrderId.of(SOME)).isEqualTo(new OrderId("ord_" + UUID_TEXT));
        assertThat(TransferId.of(SOME)).hasToString(TransferId.of(SOME).value());
        assertThat(TransferId.of(SOME).value()).endsWith(UUID_TEXT);
        assertThat(TransferId.of(new UUID(0x0199d0a46f3d7000L, 0)))
                .isGreaterThan(TransferId.of(SOME));
    }

    @Test
    void idsSortByAge() {
        var older = ReservationId.of(new UUID(0x0199d0a46f3c7000L, 1));
        var newer = ReservationId.of(new UUID(0x0199d0a46f3d7000L, 0));

        assertThat(older).isLessThan(newer);
        assertThat(newer).isGreaterThan(older);
        assertThat(older).isEqualByComparingTo(ReservationId.of(new UUID(0x0199d0a46f3c7000L, 1)));
        assertThat(new LotNumber("a")).isLessThan(new LotNumber("b"));
        assertThat(new SerialNumber("b")).isGreaterThan(new SerialNumber("a"));
    }

    private static Arguments form(Function<String, Object> read, String text) {
        return Arguments.of(read, text);
    }
}
