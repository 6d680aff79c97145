package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long after their arrival units may come back.
 *
 * @param returns for returns and exchanges
 * @param claims for claims, which the law mostly gives more time
 */
public record ReturnWindow(Duration returns, Duration claims) {

    /**
     * Why these units may not be returned now; nothing when they may. Units that have not arrived
     * yet are never too late, and the ones that came last are taken to come back first.
     */
    public Optional<ReturnRejection> refusal(
            OrderView order, ReturnKind kind, List<LineQuantity> lines, Instant now) {
        Instant earliest = now.minus(kind == ReturnKind.CLAIM ? claims : returns);
        var wanted = new LinkedHashMap<LineId, Long>();
        lines.forEach(line -> wanted.merge(line.lineId(), (long) line.quantity(), Long::sum));
        for (var entry : wanted.entrySet()) {
            int open = units(order, entry.getKey(), null);
            int inTime = units(order, entry.getKey(), earliest);
            // Whether the units exist at all is for the order to say.
            if (inTime < open && entry.getValue() > inTime) {
                return Optional.of(
                        new ReturnRejection.WindowClosed(entry.getKey(), entry.getValue(), inTime));
            }
        }
        return Optional.empty();
    }

    private static int units(OrderView order, LineId lineId, @Nullable Instant earliest) {
        int units = 0;
        for (OrderView.Shipment shipment : order.shipments()) {
            Instant arrived = shipment.deliveredAt();
            if (earliest == null || arrived == null || !arrived.isBefore(earliest)) {
                units +=
                        shipment.lines().stream()
                                .filter(line -> line.lineId().equals(lineId))
                                .mapToInt(LineQuantity::quantity)
                                .sum();
            }
        }
        return units;
    }
}
