package io.daybook.load.jmh;

import io.daybook.domain.order.Address;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.order.RecordStockReserved;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An order as a shop sends it: names, discounts, tax, an address. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the method that fills the fields
public class Cart {

    static final OrderId ID = new OrderId("ord_0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a11");

    private static final Currency EURO = Currency.getInstance("EUR");

    @Param({"1", "20"})
    public int lines;

    PlaceOrder place;
    OrderPlaced placed;
    RecordStockReserved recordReserved;
    OrderState initial;
    OrderState afterPlaced;

    @Setup(Level.Trial)
    public void fill() {
        place =
                new PlaceOrder(
                        ID,
                        new CustomerId("customer-4711"),
                        lines(lines),
                        new Address(
                                "Ada Example", "Musterweg 12", "Musterstadt", null, "12345", "DE"),
                        euros("4.90"),
                        new PaymentTerms("sandbox", "tok_approve"),
                        "shop-2026-000123",
                        Map.of("channel", "web"));
        placed =
                new OrderPlaced(
                        place.orderId(),
                        place.customerId(),
                        place.lines(),
                        place.shippingAddress(),
                        place.shippingFee(),
                        place.payment(),
                        place.reference(),
                        place.metadata(),
                        place.expiresAt());
        recordReserved = new RecordStockReserved(ID);
        initial = OrderState.initial();
        afterPlaced = initial.evolve(placed);
    }

    static Money euros(String amount) {
        return new Money(new BigDecimal(amount), EURO);
    }

    private static List<OrderLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        new OrderLine(
                                new LineId(Integer.toString(i)),
                                new Sku("SKU-%04d".formatted(i)),
                                "Article number " + i,
                                1 + i % 3,
                                euros("19.99"),
                                euros("1.00"),
                                new BigDecimal("0.19"),
                                new Location("main")))
                .toList();
    }
}
