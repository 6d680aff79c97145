package io.daybook.projection;

import io.daybook.domain.inventory.StockReceived;
import io.daybook.domain.order.OrderConfirmed;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.OrderPaymentRequested;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderStockReserved;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of orders, payments and stock items that differ by a number. */
public final class ProjectionFixtures {

    private static final Money TOTAL = OrderFixtures.eur("35.60");

    private ProjectionFixtures() {}

    public static OrderId order(int n) {
        return OrderId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + n));
    }

    public static PaymentId payment(int n) {
        return PaymentId.forOrder(order(n));
    }

    public static StockItemId stockItem(int n) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku("SKU-" + n));
    }

    public static OrderPlaced placed(int n) {
        return placed(n, "C-1");
    }

    public static OrderPlaced placed(int n, String customer) {
        return new OrderPlaced(
                order(n),
                new CustomerId(customer),
                List.of(
                        OrderFixtures.line(new LineId("1"), "TEA-1", 3, "3.33", "1.00", "0.19"),
                        OrderFixtures.line(new LineId("2"), "CUP-1", 2, "10.00", "0.00", "0")),
                null,
                OrderFixtures.eur("4.90"),
                null,
                "Ref-" + n,
                Map.of(),
                null);
    }

    public static OrderStockReserved reserved(int n) {
        return new OrderStockReserved(
                order(n),
                placed(n).lines().stream()
                        .map(line ->
                                new ReservedLine(
                                        line.lineId(),
                                        line.sku(),
                                        line.location(),
                                        ReservationId.forLine(order(n), line.lineId().value()),
                                        line.quantity()))
                        .toList());
    }

    public static OrderPaymentRequested paymentRequested(int n) {
        return new OrderPaymentRequested(order(n), payment(n), TOTAL, "card", "tok_approve");
    }

    public static OrderConfirmed confirmed(int n) {
        return new OrderConfirmed(order(n));
    }

    public static AuthorisationRequested authorisationRequested(int n) {
        return new AuthorisationRequested(
                payment(n), order(n), "authorise", TOTAL, "card", "tok_approve");
    }

    public static PaymentAuthorised authorised(int n) {
        return new PaymentAuthorised(payment(n), order(n), "authorise", TOTAL, "p-1");
    }

    public static CaptureRequested captureRequested(int n, String operation, String amount) {
        return new CaptureRequested(
                payment(n), order(n), operation, OrderFixtures.eur(amount), null);
    }

    public static PaymentCaptured captured(int n, String operation, String amount) {
        return new PaymentCaptured(
                payment(n), order(n), operation, OrderFixtures.eur(amount), "p-2");
    }

    public static StockReceived received(int n, int quantity) {
        return new StockReceived(stockItem(n), quantity, null);
    }

    /** The usual life of an order: eight events of three entities. */
    public static List<Object> life(int n) {
        return List.of(
                placed(n),
                received(n % 100, 5),
                reserved(n),
                paymentRequested(n),
                authorisationRequested(n),
                authorised(n),
                confirmed(n),
                captureRequested(n, "capture", "35.60"));
    }
}
