package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order counts what is returned; the returns decide. */
class OrderReturnsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void aReturnIsToldWhatWasPaidForItsUnits() {
        aShippedOrder()
                .when(open(1, new LineQuantity(TEA, 1), new LineQuantity(TEA, 1)))
                .thenEvents(
                        new ReturnOpened(
                                ID,
                                returnId(1),
                                ReturnKind.RETURN,
                                List.of(
                                        new ReturnableLine(
                                                TEA,
                                                new Sku("TEA-1"),
                                                new Location("main"),
                                                2,
                                                eur("3.57"),
                                                eur("7.13"))),
                                NOW,
                                ReturnTerms.NONE));
    }

    @Test
    void overAllReturnsOfALineNeverMoreIsPaidBackThanWasPaid() {
        var order = aShippedOrder();
        Money paid = eur("0");
        for (int n = 1; n <= 3; n++) {
            var opened =
                    (ReturnOpened)
                            order.when(open(n, new LineQuantity(TEA, 1))).events().getFirst();
            paid = paid.plus(opened.lines().getFirst().paid());
            order.given(opened);
        }

        assertThat(paid).isEqualTo(eur("10.70"));
        order.when(open(4, new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.ExceedsReturnable(TEA, 1, 0));
    }

    @Test
    void returnsExchangesAndClaimsShareWhatWasShipped() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 2)),
                                open(1, new LineQuantity(TEA, 1)));

        order.when(
                        new OpenReturn(
                                ID,
                                returnId(2),
                                ReturnKind.CLAIM,
                                List.of(new LineQuantity(TEA, 2)),
                                NOW))
                .thenRefused(new OrderRejection.ExceedsReturnable(TEA, 2, 1));
    }

    @Test
    void unitsThatWereNotReturnedAfterAllMayBeReturnedAgain() {
        var order =
                aShippedOrder()
                        .givenCommands(
                                open(1, new LineQuantity(TEA, 3)),
                                new RecordReturnEnded(
                                        ID, returnId(1), List.of(new LineQuantity(TEA, 1))));

        var opened =
                (ReturnOpened) order.when(open(2, new LineQuantity(TEA, 2))).events().getFirst();

        assertThat(opened.lines().getFirst().paid()).isEqualTo(eur("7.13"));
        order.when(open(2, new LineQuantity(TEA, 3)))
                .thenRefused(new OrderRejection.ExceedsReturnable(TEA, 3, 2));
    }

    @Test
    void whatIsRepeatedChangesNothingAndWhatDiffersIsRefused() {
        var order = aShippedOrder().givenCommands(open(1, new LineQuantity(TEA, 2)));
        order.when(open(1, new LineQuantity(TEA, 1), new LineQuantity(TEA, 1)))
                .thenNothingChanges();
        order.when(open(1, new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.ReturnDiffers(returnId(1)));

        var received = new RecordReturnReceived(ID, returnId(1), List.of(new LineQuantity(TEA, 1)));
        order.givenCommands(received).when(received).thenNothingChanges();
        order.when(new RecordReturnReceived(ID, returnId(1), List.of(new LineQuantity(TEA, 3))))
                .thenRefused(new OrderRejection.ExceedsReturnable(TEA, 3, 2));
        order.when(new RecordReturnReceived(ID, returnId(1), List.of(new LineQuantity(CUPS, 1))))
                .thenRefused(new OrderRejection.ExceedsReturnable(CUPS, 1, 0));

        var ended = new RecordReturnEnded(ID, returnId(1), List.of(new LineQuantity(TEA, 1)));
        order.givenCommands(ended).when(ended).thenNothingChanges();
        order.when(new RecordReturnEnded(ID, returnId(1), List.of()))
                .thenRefused(new OrderRejection.ReturnEnded(returnId(1)));
        order.when(new RecordReturnReceived(ID, returnId(1), List.of(new LineQuantity(TEA, 2))))
                .thenRefused(new OrderRejection.ReturnEnded(returnId(1)));
    }

    @Test
    void aRefundIsGrantedOnceAndNeverBeyondTheTotal() {
        var order =
                aShippedOrder()
                        .givenCommands(
                                open(1, new LineQuantity(TEA, 1)),
                                open(2, new LineQuantity(CUPS, 1)));
        order.when(new GrantRefund(ID, returnId(1), eur("3.57"), 4))
                .thenEvents(new OrderRefundGranted(ID, returnId(1), eur("3.57"), 4L));
        order.givenCommands(new GrantRefund(ID, returnId(1), eur("3.57"), 4));
        order.when(new GrantRefund(ID, returnId(1), eur("3.57"), 4)).thenNothingChanges();
        order.when(new GrantRefund(ID, returnId(1), eur("3.57"), 5)).thenNothingChanges();
        order.when(new GrantRefund(ID, returnId(1), eur("4.00"), 5))
                .thenEvents(new OrderRefundGranted(ID, returnId(1), eur("4.00"), 5L));
        order.when(new GrantRefund(ID, returnId(2), eur("0"), 4)).thenNothingChanges();

        order.when(new GrantRefund(ID, returnId(2), eur("32.04"), 4))
                .thenRefused(new OrderRejection.ExceedsTotal(eur("32.04"), eur("32.03")));
        order.when(new GrantRefund(ID, returnId(3), eur("1"), 4))
                .thenRefused(new OrderRejection.UnknownReturn(returnId(3)));
    }

    @Test
    void whatBecameCreditInsteadIsOwedAgain() {
        var order =
                aShippedOrder()
                        .givenCommands(
                                open(1, new LineQuantity(TEA, 1)),
                                new GrantRefund(ID, returnId(1), eur("3.57"), 4));

        order.when(new GrantRefund(ID, returnId(1), eur("0"), 7))
                .thenEvents(new OrderRefundGranted(ID, returnId(1), eur("0"), 7L));
        order.givenCommands(new GrantRefund(ID, returnId(1), eur("0"), 7));
        order.when(new GrantRefund(ID, returnId(1), eur("3.57"), 4)).thenNothingChanges();
    }

    @Test
    void onlyShippedGoodsOfAnOpenOrderAreReturned() {
        aConfirmedOrder()
                .when(open(1, new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.WrongStatus("OpenReturn", OrderStatus.CONFIRMED));
        aShippedOrder()
                .givenCommands(new RecordDelivery(ID, shipment(1)), new CloseOrder(ID))
                .when(open(1, new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.WrongStatus("OpenReturn", OrderStatus.CLOSED));
        aShippedOrder()
                .when(open(1, new LineQuantity(new LineId("9"), 1)))
                .thenRefused(new OrderRejection.UnknownLine(new LineId("9")));
        aShippedOrder()
                .when(new RecordReturnEnded(ID, returnId(1), List.of()))
                .thenRefused(new OrderRejection.UnknownReturn(returnId(1)));
    }

    private static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> aShippedOrder() {
        return aConfirmedOrder()
                .givenCommands(
                        ship(shipment(1), new LineQuantity(TEA, 3), new LineQuantity(CUPS, 2)));
    }

    private static OpenReturn open(int n, LineQuantity... lines) {
        return new OpenReturn(ID, returnId(n), ReturnKind.RETURN, List.of(lines), NOW);
    }

    private static ReturnId returnId(int n) {
        return ReturnId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000020L + n));
    }
}
