package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What leaves the warehouse and what arrives. */
final class ShipmentDecisions {

    private ShipmentDecisions() {}

    static Decision<OrderEvent, OrderRejection> ship(ShipLines command, Placed order) {
        var known = order.shipments().get(command.shipmentId());
        if (known != null) {
            return known.units().equals(LineQuantity.summed(command.lines()))
                    ? nothingToDo()
                    : refused(
                            new OrderRejection.IdReused("shipment", command.shipmentId().value()));
        }
        if (order.status() != OrderStatus.CONFIRMED
                && order.status() != OrderStatus.IN_FULFILMENT) {
            return refused(new OrderRejection.WrongStatus("ShipLines", order.status()));
        }
        if (order.onHold()) {
            return refused(FulfilmentRejection.OnHold.of(order.openHolds()));
        }
        var change = order.changes().underway();
        if (change != null) {
            return refused(new ChangeRejection.ChangeUnderway(change.id()));
        }
        var units = new ArrayList<ReservedLine>();
        for (var wanted : LineQuantity.summed(command.lines()).entrySet()) {
            Optional<OrderRejection> refusal =
                    refusal(command.location(), wanted.getKey(), wanted.getValue(), order);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            units.addAll(
                    order.stock()
                            .first(
                                    wanted.getKey(),
                                    command.location(),
                                    Math.toIntExact(wanted.getValue())));
        }
        Optional<OrderRejection> nameless = SerialUnits.refusal(command.serials(), units);
        return nameless.isPresent()
                ? refused(nameless.get())
                : Progress.after(order, shipped(command, units, order));
    }

    private static Optional<OrderRejection> refusal(
            @Nullable Location from, LineId lineId, long units, Placed order) {
        LineState line = order.line(lineId).orElse(null);
        if (line == null) {
            return Optional.of(new OrderRejection.UnknownLine(lineId));
        }
        if (units > line.open()) {
            return Optional.of(new FulfilmentRejection.ExceedsOrdered(lineId, units, line.open()));
        }
        int reserved = order.stock().at(lineId, from);
        if (units <= reserved) {
            return Optional.empty();
        }
        Location elsewhere =
                order.stock().first(lineId, null, 1).stream()
                        .map(ReservedLine::location)
                        .findFirst()
                        .orElse(line.line().location());
        return Optional.of(
                reserved == 0
                        ? new FulfilmentRejection.OtherLocation(lineId, elsewhere)
                        : new FulfilmentRejection.ExceedsReserved(
                                lineId, from == null ? elsewhere : from, units, reserved));
    }

    /**
     * What the units cost, and what of it is not captured yet: captured by hand, or with a price
     * that fell since, it may be less.
     */
    private static LinesShipped shipped(ShipLines command, List<ReservedLine> units, Placed order) {
        Map<LineId, Integer> perLine =
                units.stream()
                        .collect(
                                Collectors.toMap(
                                        ReservedLine::lineId,
                                        ReservedLine::quantity,
                                        Integer::sum));
        Placed after =
                order.with(
                        order.lines().stream()
                                .map(line -> line.ship(perLine.getOrDefault(line.lineId(), 0)))
                                .toList());
        Money fee = order.shipments().isEmpty() ? order.shippingFee() : order.zero();
        Money amount = after.shippedValue().plus(fee).minus(order.shippedValue());
        Money due = after.shippedValue().plus(fee).minus(order.money().kept(order.zero()));
        List<PaymentShare> captures = due.isPositive() ? order.money().captures(due) : List.of();
        boolean plain = captures.size() == 1 && captures.getFirst().amount().equals(amount);
        PaymentId payment = plain ? captures.getFirst().paymentId() : null;
        return new LinesShipped(
                order.id(),
                command.shipmentId(),
                units,
                amount,
                payment,
                command.carrier(),
                command.trackingNumber(),
                plain ? List.of() : captures,
                SerialUnits.of(command.serials(), units));
    }

    static Decision<OrderEvent, OrderRejection> deliver(RecordDelivery command, Placed order) {
        var shipment = order.shipments().get(command.shipmentId());
        if (shipment == null) {
            return refused(new FulfilmentRejection.UnknownShipment(command.shipmentId()));
        }
        return shipment.delivered()
                ? nothingToDo()
                : Progress.after(order, new ShipmentDelivered(order.id(), command.shipmentId()));
    }

    static Decision<OrderEvent, OrderRejection> deliveryFailed(
            RecordDeliveryFailure command, Placed order) {
        var shipment = order.shipments().get(command.shipmentId());
        if (shipment == null) {
            return refused(new FulfilmentRejection.UnknownShipment(command.shipmentId()));
        }
        if (shipment.delivered()) {
            return refused(new FulfilmentRejection.AlreadyDelivered(command.shipmentId()));
        }
        return command.reason().equals(shipment.failure())
                ? nothingToDo()
                : accepted(new DeliveryFailed(order.id(), command.shipmentId(), command.reason()));
    }
}
