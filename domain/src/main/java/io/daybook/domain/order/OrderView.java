package io.daybook.domain.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.NoteId;
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
 * @param balanceDue what the customer still owes: the total less granted refunds and less what was
 *     captured and kept; 0 once the order was rejected, cancelled or expired and its money is back,
 *     negative when money is owed to the customer
 * @param expiresAt until when the order has to be paid
 * @param refundsGranted what the customer need not pay because of returns
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
        List<Hold> holds,
        List<Note> notes,
        List<PaymentView> payments,
        List<Shipment> shipments,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal refundsGranted,
        List<OrderReturnView> returns,
        List<ChangeView> changes,
        @Nullable Address shippingAddress,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
                Map<String, String> metadata,
        boolean archived,
        @Nullable Instant expiresAt,
        Instant placedAt,
        Instant updatedAt,
        long version) {

    /** How much of the order is paid. */
    public enum OrderPaymentStatus {
        NONE,
        AUTHORISED,
        PARTLY_CAPTURED,
        CAPTURED,
        /** The customer has some of the money back, also when his bank took it. */
        PARTLY_REFUNDED,
        /** The customer has all of the money back. */
        REFUNDED,
        /** The customer's bank wants money back, and it is not decided yet. */
        DISPUTED
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
        NONE,
        REQUESTED,
        PARTLY_RETURNED,
        RETURNED
    }

    /**
     * One line and how far it got.
     *
     * @param quantity units ordered, with the cancelled ones
     * @param returnRequested units of open returns that are not back yet
     * @param discount on the units that are not cancelled, like {@code tax} and {@code total}
     * @param location where it is taken from, unless its units are reserved elsewhere
     */
    public record Line(
            LineId lineId,
            Sku sku,
            @Nullable String name,
            int quantity,
            int cancelled,
            int reserved,
            int shipped,
            int delivered,
            int returnRequested,
            int returned,
            @Nullable OrderPaymentStatus paymentStatus,
            @Nullable FulfilmentStatus fulfilmentStatus,
            @Nullable ReturnStatus returnStatus,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total,
            Location location) {}

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

    /**
     * What left the warehouse together.
     *
     * @param failure why it could not be handed over, unless it was since
     */
    public record Shipment(
            ShipmentId shipmentId,
            List<LineQuantity> lines,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant shippedAt,
            @Nullable Instant deliveredAt,
            @Nullable String failure,
            @Nullable Instant failedAt) {

        Shipment arrived(Instant when) {
            return new Shipment(
                    shipmentId,
                    lines,
                    amount,
                    carrier,
                    trackingNumber,
                    shippedAt,
                    when,
                    null,
                    null);
        }

        Shipment failed(String why, Instant when) {
            return new Shipment(
                    shipmentId,
                    lines,
                    amount,
                    carrier,
                    trackingNumber,
                    shippedAt,
                    deliveredAt,
                    why,
                    when);
        }
    }

    /**
     * Why the order does not move forward.
     *
     * @param owner who is to be asked
     */
    public record Hold(HoldId holdId, String reason, String owner, Instant placedAt) {}

    /** A remark of somebody who works on the order. */
    public record Note(NoteId noteId, String text, String author, Instant addedAt) {}

    public OrderView {
        lines = List.copyOf(lines);
        holds = List.copyOf(holds);
        // Documents of earlier versions have no notes, changes and granted refunds.
        notes = notes == null ? List.of() : List.copyOf(notes);
        refundsGranted =
                refundsGranted == null
                        ? BigDecimal.ZERO.setScale(totals.total().scale())
                        : refundsGranted;
        payments = List.copyOf(payments);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
        changes = changes == null ? List.of() : List.copyOf(changes);
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
