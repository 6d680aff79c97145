package io.daybook.domain.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ShipmentId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units left the warehouse.
 *
 * @param amount what the shipped units cost, with the shipping fee in the first shipment
 * @param lines where they were taken from; a line may be named once per reservation
 * @param paymentId the payment to capture the amount from; {@code null} when there is nothing to
 *     capture, or {@code captures} says where
 * @param captures what to capture from which payment, where it is not the amount from one
 * @param serials which units have left, where they were named
 */
@Revision("1")
public record LinesShipped(
        OrderId orderId,
        ShipmentId shipmentId,
        List<ReservedLine> lines,
        Money amount,
        @Nullable PaymentId paymentId,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        List<PaymentShare> captures,
        List<ShippedSerials> serials)
        implements OrderEvent {

    public LinesShipped {
        lines = List.copyOf(lines);
        // Events of earlier days have neither.
        captures = captures == null ? List.of() : List.copyOf(captures);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    /** Which units of one reservation; empty when nobody named them. */
    public List<SerialNumber> serialsOf(ReservationId reservationId) {
        return serials.stream()
                .filter(units -> units.reservationId().equals(reservationId))
                .flatMap(units -> units.serials().stream())
                .toList();
    }

    /** What to capture from which payment. */
    @JsonIgnore
    public List<PaymentShare> captured() {
        return paymentId != null && amount.isPositive()
                ? List.of(new PaymentShare(paymentId, amount))
                : captures;
    }
}
