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
 * @param serials of the units of some lines: of such a line each unit is named, and all of them
 *     leave from one location
 */
public record ShipLines(
        OrderId orderId,
        ShipmentId shipmentId,
        List<LineQuantity> lines,
        @Nullable Location location,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        List<LineSerials> serials)
        implements OrderCommand {

    public ShipLines {
        lines = List.copyOf(lines);
        serials = List.copyOf(serials);
    }

    public ShipLines(
            OrderId orderId,
            ShipmentId shipmentId,
            List<LineQuantity> lines,
            @Nullable Location location,
            @Nullable String carrier,
            @Nullable String trackingNumber) {
        this(orderId, shipmentId, lines, location, carrier, trackingNumber, List.of());
    }
}
