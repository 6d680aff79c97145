package io.daybook.domain.order;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports that units left the warehouse.
 *
 * @param location where from; {@code null} for wherever the lines are reserved
 */
public record ShipLines(
        OrderId orderId,
        ShipmentId shipmentId,
        List<LineQuantity> lines,
        @Nullable Location location,
        @Nullable String carrier,
        @Nullable String trackingNumber)
        implements OrderCommand {

    public ShipLines {
        lines = List.copyOf(lines);
    }
}
