package io.daybook.domain.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as callers see it, folded from its own events and those of its payments; the read model
 * and time travel use this same fold ({@link OrderFold}). Amounts are in {@link #currency}.
 *
 * @param balanceDue what the customer still owes: the total less what was captured and kept; 0 once
 *     the order was rejected or cancelled and its money is back, negative when money is owed to the
 *     customer
 * @param version the number of the order's own events behind this view
 */
public record OrderView(
        OrderId orderId,
        @Nullable String reference,
        CustomerId customerId,
        OrderStatus status,
        OrderPaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        ReturnStatus returnStatus,
        String currency,
        List<Line> lines,
        Totals totals,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal balanceDue,
        @Nullable String statusReason,
        List<String> holds,
        List<PaymentView> payments,
        List<Shipment> shipments,
        List<String> returns,
        @Nullable Address shippingAddress,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
                Map<String, String> metadata,
        Instant placedAt,
        Instant updatedAt,
        long version) {

    /** How much of the order is paid. */
    public enum OrderPaymentStatus {
        NONE,
        AUTHORISED,
        PARTLY_CAPTURED,
        CAPTURED,
        PARTLY_REFUNDED,
        REFUNDED
    }

    /** How much of the order left the warehouse and arrived. */
    public enum FulfilmentStatus {
        NONE,
        PARTLY_SHIPPED,
        SHIPPED,
        PARTLY_DELIVERED,
        DELIVERED
    }

    /** How much of the order came back. */
    public enum ReturnStatus {
        NONE
    }

    /** One line and how far it got; amounts are for the whole line. */
    public record Line(
            LineId lineId,
            Sku sku,
            @Nullable String name,
            int quantity,
            int cancelled,
            int reserved,
            int shipped,
            int delivered,
            int returned,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total,
            Location location) {

        Line progressed(int nowCancelled, int nowReserved, int nowShipped, int nowDelivered) {
            return new Line(
                    lineId,
                    sku,
                    name,
                    quantity,
                    nowCancelled,
                    nowReserved,
                    nowShipped,
                    nowDelivered,
                    returned,
                    unitPrice,
                    discount,
                    tax,
                    total,
                    location);
        }
    }

    /**
     * The sums of the order.
     *
     * @param items quantity times unit price over all lines, before discounts
     */
    public record Totals(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal items,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal shipping,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total) {}

    /** What left the warehouse together. */
    public record Shipment(
            ShipmentId shipmentId,
            List<LineQuantity> lines,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant shippedAt,
            @Nullable Instant deliveredAt) {}

    public OrderView {
        lines = List.copyOf(lines);
        holds = List.copyOf(holds);
        payments = List.copyOf(payments);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
        metadata = Map.copyOf(metadata);
    }

    /** Applies one event of the order; {@code before} is {@code null} for the first. */
    public static OrderView evolve(
            @Nullable OrderView before, OrderEvent event, Instant recordedAt) {
        return OrderFold.evolve(before, event, recordedAt);
    }

    /** Applies one event of a payment of the order. */
    public OrderView evolve(PaymentEvent event, Instant recordedAt) {
        return OrderFold.evolve(this, event, recordedAt);
    }
}
