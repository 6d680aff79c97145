package io.daybook.domain.order;

import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.PaymentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The staged changes and the cancellations of lines that an order has seen.
 *
 * @param open the one that has not ended; {@code null} for none
 */
record OrderChanges(
        @Nullable Open open,
        Map<ChangeId, ChangeStatus> ended,
        Map<CancellationId, List<LineQuantity>> cancellations) {

    static final OrderChanges NONE = new OrderChanges(null, Map.of(), Map.of());

    OrderChanges {
        ended = Map.copyOf(ended);
        cancellations = Map.copyOf(cancellations);
    }

    /**
     * A change that has not ended.
     *
     * @param underway what is being secured for it; {@code null} while it is only proposed
     */
    record Open(ChangeId id, List<LineChange> lines, @Nullable Underway underway) {

        /** The payment that a change asks for, if it asks for one. */
        PaymentId payment() {
            return PaymentId.forChange(id);
        }
    }

    /** What a change waits for, and what it has. */
    record Underway(ChangeAccepted accepted, boolean stockReserved) {}

    /** The change that is being applied. */
    @Nullable Open underway() {
        Open change = open;
        return change != null && change.underway != null ? change : null;
    }

    OrderChanges proposed(ChangeProposed event) {
        return new OrderChanges(
                new Open(event.changeId(), event.lines(), null), ended, cancellations);
    }

    OrderChanges accepted(ChangeAccepted event) {
        return new OrderChanges(
                new Open(event.changeId(), event.lines(), new Underway(event, false)),
                ended,
                cancellations);
    }

    OrderChanges stockReserved() {
        Open change = open;
        return change == null || change.underway == null
                ? this
                : new OrderChanges(
                        new Open(
                                change.id,
                                change.lines,
                                new Underway(change.underway.accepted, true)),
                        ended,
                        cancellations);
    }

    OrderChanges ended(ChangeId changeId, ChangeStatus how) {
        var all = new HashMap<>(ended);
        all.put(changeId, how);
        return new OrderChanges(null, all, cancellations);
    }

    /** An order that ends takes its open change with it. */
    OrderChanges dropped() {
        Open change = open;
        return change == null ? this : ended(change.id, ChangeStatus.WITHDRAWN);
    }

    OrderChanges cancelled(LinesCancelled event) {
        var all = new HashMap<>(cancellations);
        all.put(event.cancellationId(), event.lines());
        return new OrderChanges(open, ended, all);
    }
}
