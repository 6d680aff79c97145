package io.daybook.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.inventory.AnnounceTransfer;
import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.MoveToBucket;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ReduceReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.RestoreFromBucket;
import io.daybook.domain.inventory.StockFixtures;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.inventory.WriteOffStock;
import io.daybook.domain.order.AllocateLines;
import io.daybook.domain.order.CancelLines;
import io.daybook.domain.order.GrantRefund;
import io.daybook.domain.order.LineEdit;
import io.daybook.domain.order.OpenReturn;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.CloseDispute;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.OpenDispute;
import io.daybook.domain.payment.RecordOfflinePayment;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.returns.InspectReturn;
import io.daybook.domain.returns.ReceiveReturn;
import io.daybook.domain.returns.RequestReturn;
import io.daybook.domain.returns.ReturnFixtures;
import io.daybook.domain.returns.ReturnLine;
import io.daybook.domain.returns.UnexpectedItem;
import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.shared.TransferId;
import io.daybook.domain.storecredit.GiveBackStoreCredit;
import io.daybook.domain.storecredit.GrantStoreCredit;
import io.daybook.domain.storecredit.HoldStoreCredit;
import io.daybook.domain.storecredit.SpendStoreCredit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command about nothing is none: it cannot even be written down. */
class CommandLimitsTest {

    private static final UUID SOME = new UUID(0x0199d0a46f3c7000L, 1);
    private static final StockItemId TEA = StockFixtures.TEA;
    private static final ReservationId RESERVATION = ReservationId.of(SOME);
    private static final TransferId TRANSFER = TransferId.of(SOME);
    private static final Location SHOP = new Location("shop");
    private static final PaymentId PAYMENT = PaymentId.of(SOME);
    private static final ReturnId RETURN = ReturnId.of(SOME);
    private static final StoreCreditId ACCOUNT = StoreCreditId.parse("scr_demo:EUR:7");
    private static final Money NOTHING = OrderFixtures.eur("0.00");
    private static final Money LESS = OrderFixtures.eur("-0.01");

    static Stream<ThrowingCallable> ofStock() {
        return Stream.of(
                () -> new ReceiveStock(TEA, 0, null),
                () -> new ReceiveStock(TEA, 1, null, null, LocalDate.EPOCH, List.of()),
                () -> new ReserveStock(TEA, RESERVATION, 0, null),
                () -> new CommitReservation(TEA, RESERVATION, 0, "shp"),
                () -> new ReduceReservation(TEA, RESERVATION, 0, "edit"),
                () -> new MoveToBucket(TEA, Bucket.DAMAGED, 0, "wet", null),
                () -> new RestoreFromBucket(TEA, Bucket.DAMAGED, 0, "dry", null),
                () -> new WriteOffStock(TEA, 0, "lost", null, null, List.of()),
                () -> new RestockReturned(TEA, "key", 0, null),
                () -> new TransferStock(TEA, TRANSFER, SHOP, 0, Instant.EPOCH, List.of()),
                () -> new AnnounceTransfer(TEA, TRANSFER, SHOP, 0, List.of(), List.of()),
                () -> new ReceiveTransfer(TEA, TRANSFER, -1, null, List.of()),
                () -> Bucket.of("broken"));
    }

    static Stream<ThrowingCallable> ofOrders() {
        PlaceOrder order = OrderFixtures.placeOrder();
        OrderLine line = order.lines().getFirst();
        return Stream.of(
                () -> lines(order, List.of()),
                () -> lines(order, List.of(line, line)),
                () -> lines(order, List.of(large("1", "0"), large("2", "0"))),
                () ->
                        lines(
                                order,
                                List.of(
                                        large("1", "999999999999999"),
                                        large("2", "999999999999999"))),
                () -> OrderFixtures.line(OrderFixtures.TEA, "TEA-1", 0, "1.00", "0", "0"),
                () -> new AllocateLines(OrderFixtures.ID, 0, List.of()),
                () -> new CancelLines(OrderFixtures.ID, CancellationId.of(SOME), "why", List.of()),
                () -> new LineEdit(OrderFixtures.TEA, 0, null, null),
                () ->
                        new OpenReturn(
                                OrderFixtures.ID,
                                RETURN,
                                ReturnKind.RETURN,
                                List.of(),
                                Instant.EPOCH),
                () -> new GrantRefund(OrderFixtures.ID, RETURN, LESS, 1));
    }

    static Stream<ThrowingCallable> ofMoney() {
        return Stream.of(
                () -> new CapturePayment(PAYMENT, NOTHING, "c1"),
                () -> new RefundPayment(PAYMENT, NOTHING, "goodwill", "r1"),
                () -> new OpenDispute(PAYMENT, "d1", NOTHING, "fraud"),
                () -> new CloseDispute(PAYMENT, "d1", DisputeOutcome.OPEN),
                () ->
                        new RecordOfflinePayment(
                                PAYMENT, OrderFixtures.ID, NOTHING, OfflineMethod.CASH, "slip"),
                () -> OfflineMethod.of("exchange"),
                () -> OfflineMethod.of("card"),
                () -> new GrantStoreCredit(ACCOUNT, "g", NOTHING, "why"),
                () -> new HoldStoreCredit(ACCOUNT, PAYMENT, NOTHING),
                () -> new SpendStoreCredit(ACCOUNT, PAYMENT, "c", NOTHING),
                () -> new GiveBackStoreCredit(ACCOUNT, PAYMENT, "r", NOTHING));
    }

    static Stream<ThrowingCallable> ofReturns() {
        Sku sku = new Sku("TEA-1");
        var line = ReturnFixtures.request(ReturnKind.RETURN).lines().getFirst();
        return Stream.of(
                () -> new ReceiveReturn(RETURN, "p1", List.of(), List.of()),
                () -> new InspectReturn(RETURN, "i1", List.of()),
                () -> new UnexpectedItem(null, sku, 0, null),
                () -> new ReturnLine(OrderFixtures.TEA, sku, SHOP, 0, NOTHING, "why"),
                () -> requested(List.of()),
                () -> requested(List.of(line, line)));
    }

    @ParameterizedTest
    @MethodSource({"ofStock", "ofOrders", "ofMoney", "ofReturns"})
    void isRefusedAtOnce(ThrowingCallable writing) {
        assertThatThrownBy(writing).isInstanceOf(IllegalArgumentException.class);
    }

    private static OrderLine large(String id, String discount) {
        return OrderFixtures.line(new LineId(id), "POT-1", 1, "999999999999999", discount, "0");
    }

    private static PlaceOrder lines(PlaceOrder order, List<OrderLine> lines) {
        return new PlaceOrder(
                order.orderId(),
                order.customerId(),
                lines,
                null,
                order.shippingFee(),
                null,
                null,
                Map.of());
    }

    private static RequestReturn requested(List<ReturnLine> lines) {
        return new RequestReturn(
                RETURN,
                OrderFixtures.ID,
                ReturnKind.RETURN,
                lines,
                RefundTo.ORIGINAL,
                List.of(),
                Instant.EPOCH);
    }
}
