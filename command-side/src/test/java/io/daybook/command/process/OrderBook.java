package io.daybook.command.process;

import io.daybook.domain.order.AllocationFailed;
import io.daybook.domain.order.ChangeAccepted;
import io.daybook.domain.order.ChangeApplied;
import io.daybook.domain.order.ChangeFailed;
import io.daybook.domain.order.ChangeProposed;
import io.daybook.domain.order.ChangeStockReserved;
import io.daybook.domain.order.ChangeWithdrawn;
import io.daybook.domain.order.CustomerTransferred;
import io.daybook.domain.order.DeliveryFailed;
import io.daybook.domain.order.HoldPlaced;
import io.daybook.domain.order.HoldReleased;
import io.daybook.domain.order.LatePaymentRecorded;
import io.daybook.domain.order.LineAmounts;
import io.daybook.domain.order.LineChange;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.LinesAllocated;
import io.daybook.domain.order.LinesCancelled;
import io.daybook.domain.order.LinesShipped;
import io.daybook.domain.order.NoteAdded;
import io.daybook.domain.order.OrderArchived;
import io.daybook.domain.order.OrderCancellationRequested;
import io.daybook.domain.order.OrderCancelled;
import io.daybook.domain.order.OrderClosed;
import io.daybook.domain.order.OrderCompleted;
import io.daybook.domain.order.OrderConfirmed;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderExpired;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.OrderPaymentCaptured;
import io.daybook.domain.order.OrderPaymentRecorded;
import io.daybook.domain.order.OrderPaymentRequested;
import io.daybook.domain.order.OrderPaymentReversed;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderRefundGranted;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.order.OrderReturnEnded;
import io.daybook.domain.order.OrderReturnReceived;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.OrderStockReleased;
import io.daybook.domain.order.OrderStockReserved;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.order.ReturnOpened;
import io.daybook.domain.order.ReturnableLine;
import io.daybook.domain.order.ShipmentDelivered;
import io.daybook.domain.order.SurplusFound;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ShipmentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order as its events tell it, in plain counters. */
final class OrderBook {

    /** How far an order has come. */
    enum Stage {
        PLACED,
        CONFIRMED,
        SHIPPING,
        COMPLETED,
        CLOSED,
        REJECTED,
        EXPIRED,
        CANCELLING,
        CANCELLED;

        boolean isOver() {
            return this == REJECTED || this == EXPIRED || this == CANCELLED;
        }
    }

    final OrderId id;
    private Stage stage = Stage.PLACED;
    private List<OrderLine> lines = List.of();
    private final List<ReservedLine> allocated = new ArrayList<>();
    private BigDecimal invoiced = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;
    private boolean repriced;
    private @Nullable ChangeId openChange;
    private boolean changing;
    private final Map<LineId, BigDecimal> worth = new LinkedHashMap<>();
    private final Map<LineId, Integer> ordered = new LinkedHashMap<>();
    private final Map<LineId, Integer> cancelled = new LinkedHashMap<>();
    private final Map<LineId, Integer> shipped = new LinkedHashMap<>();
    private final Map<ReturnId, Map<LineId, Integer>> returning = new LinkedHashMap<>();
    private final Map<ReturnId, BigDecimal> granted = new LinkedHashMap<>();
    private final Set<ShipmentId> underway = new LinkedHashSet<>();
    private final Set<HoldId> holds = new HashSet<>();
    private String broken = "";

    OrderBook(OrderId id) {
        this.id = id;
    }

    Stage stage() {
        return stage;
    }

    List<OrderLine> lines() {
        return lines;
    }

    /** What may have been reserved for a line, wherever. */
    List<ReservedLine> tried(OrderLine line) {
        return Stream.concat(
                        Stream.of(OrderState.reserved(id, line, line.quantity())),
                        allocated.stream().filter(units -> units.lineId().equals(line.lineId())))
                .toList();
    }

    int shipped(LineId line) {
        return shipped.getOrDefault(line, 0);
    }

    /** The units that were ordered and not cancelled. */
    int wanted(LineId line) {
        return ordered.getOrDefault(line, 0);
    }

    /** What the shipments so far are worth. */
    BigDecimal invoiced() {
        return invoiced;
    }

    /** The shipments that have not arrived. */
    List<ShipmentId> underway() {
        return List.copyOf(underway);
    }

    /** Then what a unit is worth may be another amount than when it was shipped. */
    boolean isRepriced() {
        return repriced;
    }

    /** Whether a change is being put into effect, and nobody knows yet whether it will be. */
    boolean isChanging() {
        return changing;
    }

    /** The change that is open, whether it is being applied or not. */
    Optional<ChangeId> openChange() {
        return Optional.ofNullable(openChange);
    }

    /** The units of a return; none when the order does not know it. */
    Map<LineId, Integer> returning(ReturnId id) {
        return returning.getOrDefault(id, Map.of());
    }

    Set<ReturnId> returns() {
        return returning.keySet();
    }

    boolean isHeld() {
        return !holds.isEmpty();
    }

    /** What the customer need not pay because of a return. */
    BigDecimal waived(ReturnId id) {
        return granted.getOrDefault(id, BigDecimal.ZERO);
    }

    String brokenLaw() {
        if (!broken.isEmpty()) {
            return broken;
        }
        for (var line : ordered.entrySet()) {
            int left = shipped(line.getKey());
            int back =
                    returning.values().stream()
                            .mapToInt(units -> units.getOrDefault(line.getKey(), 0))
                            .sum();
            if (left > line.getValue() || back > left) {
                return "line %s: %d ordered, %d shipped, %d returned or about to be"
                        .formatted(line.getKey(), line.getValue(), left, back);
            }
        }
        BigDecimal waived = granted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        // A cancellation or another price may come after a shipment; the money comes back then.
        boolean tooMuch = !repriced && invoiced.compareTo(total()) > 0;
        return tooMuch || waived.compareTo(total()) > 0
                ? "of a total of %s %s are invoiced and %s waived"
                        .formatted(total(), invoiced, waived)
                : "";
    }

    /** What the customer has to pay for what is not cancelled. */
    BigDecimal total() {
        return worth.values().stream().reduce(fee, BigDecimal::add);
    }

    void note(OrderEvent event) {
        switch (event) {
            case OrderPlaced e -> {
                lines = e.lines();
                fee = e.shippingFee().amount();
                for (OrderLine line : lines) {
                    ordered.put(line.lineId(), line.quantity());
                    worth.put(line.lineId(), line.total().amount());
                }
            }
            case LinesAllocated e -> allocated.addAll(e.reservations());
            case OrderConfirmed _ -> moves(Stage.CONFIRMED, Stage.PLACED);
            case OrderRejected _ -> moves(Stage.REJECTED, Stage.PLACED);
            case OrderCancellationRequested _ ->
                    moves(Stage.CANCELLING, Stage.PLACED, Stage.CONFIRMED);
            case OrderCancelled _ -> moves(Stage.CANCELLED, Stage.CANCELLING);
            case OrderExpired _ -> moves(Stage.EXPIRED, Stage.PLACED);
            case LinesShipped e -> ship(e);
            case LinesCancelled e -> cancel(e);
            case ShipmentDelivered e -> require(underway.remove(e.shipmentId()), "delivered twice");
            case DeliveryFailed e -> require(underway.contains(e.shipmentId()), "failed after all");
            case OrderCompleted _ -> {
                moves(Stage.COMPLETED, Stage.SHIPPING);
                require(underway.isEmpty() && isShipped(), "completed too early");
            }
            case OrderClosed _ -> moves(Stage.CLOSED, Stage.COMPLETED);
            case HoldPlaced e -> require(holds.add(e.holdId()), "held twice");
            case HoldReleased e -> require(holds.remove(e.holdId()), "released twice");
            case ReturnOpened e -> {
                var units = new LinkedHashMap<LineId, Integer>();
                for (ReturnableLine line : e.lines()) {
                    units.merge(line.lineId(), line.quantity(), Integer::sum);
                }
                require(returning.put(e.returnId(), units) == null, "return opened twice");
            }
            case OrderReturnEnded e -> {
                var units = new LinkedHashMap<LineId, Integer>();
                for (LineQuantity line : e.returned()) {
                    units.merge(line.lineId(), line.quantity(), Integer::sum);
                }
                returning.put(e.returnId(), units);
            }
            case OrderRefundGranted e -> granted.put(e.returnId(), e.amount().amount());
            case ChangeProposed e -> {
                require(openChange == null, "two changes at a time");
                openChange = e.changeId();
            }
            case ChangeAccepted e -> {
                require(e.changeId().equals(openChange) && !changing, "another change accepted");
                changing = true;
                allocated.addAll(e.reservations());
            }
            case ChangeApplied e -> {
                ended(e.changeId());
                change(e);
            }
            case ChangeFailed e -> ended(e.changeId());
            case ChangeWithdrawn e -> ended(e.changeId());
            case AllocationFailed _,
                    OrderStockReserved _,
                    OrderPaymentRequested _,
                    OrderPaymentRecorded _,
                    OrderPaymentCaptured _,
                    OrderPaymentReversed _,
                    LatePaymentRecorded _,
                    SurplusFound _,
                    OrderStockReleased _,
                    ChangeStockReserved _,
                    OrderReturnReceived _,
                    NoteAdded _,
                    CustomerTransferred _,
                    OrderArchived _ -> {
                // Neither units nor a stage; money is counted where it is.
            }
        }
    }

    private void ended(ChangeId change) {
        require(change.equals(openChange), "another change ended");
        openChange = null;
        changing = false;
    }

    /** Units that were cancelled before stay cancelled; a line that is removed keeps what left. */
    private void change(ChangeApplied event) {
        repriced = true;
        for (LineChange change : event.lines()) {
            LineId line = change.lineId();
            OrderLine after = change.after();
            int now = ordered.getOrDefault(line, 0);
            if (after == null) {
                cancelled.merge(line, now - shipped(line), Integer::sum);
                ordered.put(line, shipped(line));
            } else {
                if (!ordered.containsKey(line)) {
                    lines = Stream.concat(lines.stream(), Stream.of(after)).toList();
                }
                ordered.put(line, after.quantity() - cancelled.getOrDefault(line, 0));
            }
        }
        for (LineAmounts line : event.amounts()) {
            worth.put(line.lineId(), line.total().amount());
        }
        if (stage == Stage.COMPLETED && !isShipped()) {
            stage = Stage.SHIPPING;
        }
    }

    private void cancel(LinesCancelled event) {
        repriced = true;
        for (LineQuantity line : event.lines()) {
            ordered.merge(line.lineId(), -line.quantity(), Integer::sum);
            cancelled.merge(line.lineId(), line.quantity(), Integer::sum);
        }
        for (LineAmounts line : event.amounts()) {
            worth.put(line.lineId(), line.total().amount());
        }
    }

    private boolean isShipped() {
        return ordered.entrySet().stream()
                .allMatch(line -> line.getValue() == shipped(line.getKey()));
    }

    private void ship(LinesShipped event) {
        if (stage != Stage.SHIPPING) {
            moves(Stage.SHIPPING, Stage.CONFIRMED);
        }
        require(holds.isEmpty(), "shipped while on hold");
        require(underway.add(event.shipmentId()), "one shipment twice");
        for (ReservedLine line : event.lines()) {
            shipped.merge(line.lineId(), line.quantity(), Integer::sum);
        }
        invoiced = invoiced.add(event.amount().amount());
    }

    private void moves(Stage to, Stage... from) {
        require(List.of(from).contains(stage), stage + " became " + to);
        require(
                to.isOver() || to == Stage.CANCELLING || !isHeld() || to == Stage.CLOSED,
                to + " while on hold");
        stage = to;
        if (to.isOver() || to == Stage.CANCELLING) {
            openChange = null;
            changing = false;
        }
    }

    private void require(boolean holds, String law) {
        if (!holds && broken.isEmpty()) {
            broken = law;
        }
    }
}
