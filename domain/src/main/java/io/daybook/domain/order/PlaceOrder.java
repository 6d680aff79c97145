package io.daybook.domain.order;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Orders goods. The fulfilment process goes on by itself from here.
 *
 * <p>What the order comes to has to be an amount, too: nothing that follows could be computed for
 * one that is too large.
 *
 * @param payment {@code null} for an order on account: it is confirmed as soon as its stock is
 *     reserved
 * @param expiresAt until when the order has to be paid; {@code null} for as long as it takes
 */
public record PlaceOrder(
        OrderId orderId,
        CustomerId customerId,
        List<OrderLine> lines,
        @Nullable Address shippingAddress,
        Money shippingFee,
        @Nullable PaymentTerms payment,
        @Nullable String reference,
        Map<String, String> metadata,
        @Nullable Instant expiresAt)
        implements OrderCommand {

    public PlaceOrder {
        lines = List.copyOf(lines);
        metadata = Map.copyOf(metadata);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one line");
        }
        if (lines.stream().map(OrderLine::lineId).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("two lines have the same id");
        }
        sum(OrderLine::items, lines, shippingFee);
        sum(OrderLine::tax, lines, shippingFee);
        sum(OrderLine::total, lines, shippingFee);
    }

    /** An order that may be paid at any time. */
    public PlaceOrder(
            OrderId orderId,
            CustomerId customerId,
            List<OrderLine> lines,
            @Nullable Address shippingAddress,
            Money shippingFee,
            @Nullable PaymentTerms payment,
            @Nullable String reference,
            Map<String, String> metadata) {
        this(
                orderId,
                customerId,
                lines,
                shippingAddress,
                shippingFee,
                payment,
                reference,
                metadata,
                null);
    }

    private static void sum(Function<OrderLine, Money> part, List<OrderLine> lines, Money fee) {
        Money sum = fee;
        for (OrderLine line : lines) {
            sum = sum.plus(part.apply(line));
        }
    }
}
