package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.ChangeDraft.Drafted;
import io.daybook.domain.order.OrderChanges.Open;
import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Staged changes: proposed with a preview, applied to the version that it was computed on. */
final class ChangeDecisions {

    private ChangeDecisions() {}

    static boolean isProposedIn(OrderStatus status) {
        return status == OrderStatus.PLACED || appliesIn(status);
    }

    static boolean appliesIn(OrderStatus status) {
        return switch (status) {
            case CONFIRMED, IN_FULFILMENT, COMPLETED -> true;
            case PLACED, CLOSED, REJECTED, EXPIRED, CANCELLING, CANCELLED -> false;
        };
    }

    static Decision<OrderEvent, OrderRejection> propose(ProposeChange command, Placed order) {
        ChangeId changeId = command.changeId();
        if (order.changes().ended().containsKey(changeId)) {
            return nothingToDo();
        }
        Open open = order.changes().open();
        if (open != null && !open.id().equals(changeId)) {
            return refused(new ChangeRejection.ChangeOpen(open.id()));
        }
        if (!isProposedIn(order.status())) {
            return refused(new OrderRejection.WrongStatus("ProposeChange", order.status()));
        }
        return switch (ChangeDraft.of(command, order)) {
            case Drafted.Refused(var rejection) -> refused(rejection);
            case Drafted.Lines(var lines) when open != null ->
                    lines.equals(open.lines())
                            ? nothingToDo()
                            : refused(new ChangeRejection.ChangeDiffers(changeId));
            case Drafted.Lines(var lines) ->
                    accepted(
                            new ChangeProposed(
                                    order.id(),
                                    changeId,
                                    lines,
                                    preview(lines, order, order.version() + 1),
                                    command.reason()));
        };
    }

    /** The preview of the open change on the order as it is. */
    static Optional<ChangePreview> preview(Placed order) {
        Open open = order.changes().open();
        return open == null
                ? Optional.empty()
                : Optional.of(preview(open.lines(), order, order.version()));
    }

    private static ChangePreview preview(List<LineChange> lines, Placed order, long version) {
        Money total = changed(lines, order).total();
        Money zero = order.zero();
        boolean asks = order.terms() != null || !order.money().live().isEmpty();
        Money missing = total.minus(order.money().covered(zero));
        Money over = order.money().kept(zero).minus(total);
        return new ChangePreview(
                version,
                order.total(),
                total,
                asks && missing.isPositive() ? missing : zero,
                over.isPositive() ? over : zero);
    }

    private static Placed changed(List<LineChange> lines, Placed order) {
        return order.with(ChangedLines.of(order.lines(), lines));
    }

    static Decision<OrderEvent, OrderRejection> apply(ApplyChange command, Placed order) {
        Open open = order.changes().open();
        if (open == null || !open.id().equals(command.changeId())) {
            return ended(command.changeId(), ChangeStatus.APPLIED, order);
        }
        if (open.underway() != null) {
            return nothingToDo();
        }
        if (!appliesIn(order.status())) {
            return refused(new OrderRejection.WrongStatus("ApplyChange", order.status()));
        }
        List<LineChange> lines = ChangeDraft.onto(open.lines(), order);
        ChangePreview preview = preview(lines, order, order.version());
        if (command.version() != order.version()) {
            return refused(
                    new ChangeRejection.ChangeOutdated(open.id(), command.version(), preview));
        }
        Optional<OrderRejection> refusal = ChangeDraft.refusal(lines, order);
        return refusal.isPresent()
                ? refused(refusal.get())
                : accept(command, open, lines, preview.toAuthorise(), order);
    }

    private static Decision<OrderEvent, OrderRejection> accept(
            ApplyChange command, Open open, List<LineChange> lines, Money missing, Placed order) {
        PaymentTerms given = command.payment();
        PaymentTerms terms = given == null ? order.terms() : given;
        Money toAuthorise = terms == null ? order.zero() : missing;
        List<ReservedLine> reservations = ChangeDraft.additional(open.id(), lines, order);
        if (reservations.isEmpty() && !toAuthorise.isPositive()) {
            return Progress.after(order, applied(open.id(), lines, List.of(), order));
        }
        var accepted =
                new ChangeAccepted(order.id(), open.id(), lines, reservations, toAuthorise, terms);
        return reservations.isEmpty()
                ? accepted(accepted, payment(accepted, terms, order))
                : accepted(accepted);
    }

    private static OrderEvent payment(
            ChangeAccepted change, @Nullable PaymentTerms terms, Placed order) {
        if (terms == null) {
            throw new IllegalStateException("nothing is authorised without terms");
        }
        return new OrderPaymentRequested(
                order.id(),
                PaymentId.forChange(change.changeId()),
                change.toAuthorise(),
                terms.method(),
                terms.token());
    }

    static Decision<OrderEvent, OrderRejection> stockReserved(
            RecordChangeStock command, Placed order) {
        Open open = order.changes().underway();
        if (open == null || !open.id().equals(command.changeId())) {
            return ended(command.changeId(), ChangeStatus.APPLIED, order);
        }
        var underway = open.underway();
        if (underway == null || underway.stockReserved()) {
            return nothingToDo();
        }
        ChangeAccepted change = underway.accepted();
        var reserved = new ChangeStockReserved(order.id(), open.id());
        return change.toAuthorise().isPositive()
                ? accepted(reserved, payment(change, change.payment(), order))
                : Progress.after(
                        order,
                        reserved,
                        applied(open.id(), change.lines(), change.reservations(), order));
    }

    /** With the money, everything that a change waits for is there: stock is secured first. */
    static Decision<OrderEvent, OrderRejection> paid(
            Open open, OrderPaymentRecorded recorded, Placed order) {
        var underway = open.underway();
        if (underway == null) {
            return nothingToDo();
        }
        ChangeAccepted change = underway.accepted();
        Placed paid = order.after(recorded);
        return Progress.after(
                order, recorded, applied(open.id(), change.lines(), change.reservations(), paid));
    }

    private static ChangeApplied applied(
            ChangeId changeId, List<LineChange> lines, List<ReservedLine> reserved, Placed order) {
        Placed after = changed(lines, order);
        Money uncaptured = after.shippedValue().minus(order.money().kept(order.zero()));
        return new ChangeApplied(
                order.id(),
                changeId,
                lines,
                lines.stream()
                        .flatMap(change -> after.line(change.lineId()).stream())
                        .map(LineState::amounts)
                        .toList(),
                reserved,
                ChangeDraft.given(lines, order),
                CancellationDecisions.overpaid(after),
                uncaptured.isPositive() ? order.money().captures(uncaptured) : List.of());
    }

    static Decision<OrderEvent, OrderRejection> reject(RejectChange command, Placed order) {
        Open open = order.changes().underway();
        return open == null || !open.id().equals(command.changeId())
                ? ended(command.changeId(), ChangeStatus.FAILED, order)
                : failed(open, command.reason(), order);
    }

    static Decision<OrderEvent, OrderRejection> failed(Open open, String reason, Placed order) {
        return Progress.after(
                order, new ChangeFailed(order.id(), open.id(), reason, reservations(open)));
    }

    static Decision<OrderEvent, OrderRejection> withdraw(WithdrawChange command, Placed order) {
        Open open = order.changes().open();
        if (open == null || !open.id().equals(command.changeId())) {
            return ended(command.changeId(), ChangeStatus.WITHDRAWN, order);
        }
        boolean asked = order.money().isLive(open.payment());
        return Progress.after(
                order,
                new ChangeWithdrawn(
                        order.id(), open.id(), reservations(open), asked ? open.payment() : null));
    }

    private static List<ReservedLine> reservations(Open open) {
        var underway = open.underway();
        return underway == null ? List.of() : underway.accepted().reservations();
    }

    /** The answer about a change that is not the open one. */
    private static Decision<OrderEvent, OrderRejection> ended(
            ChangeId changeId, ChangeStatus wanted, Placed order) {
        ChangeStatus status = order.changes().ended().get(changeId);
        if (status == null) {
            return refused(new ChangeRejection.UnknownChange(changeId));
        }
        return status == wanted
                ? nothingToDo()
                : refused(new ChangeRejection.ChangeEnded(changeId, status));
    }
}
