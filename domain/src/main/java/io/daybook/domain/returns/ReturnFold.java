package io.daybook.domain.returns;

import io.daybook.domain.order.OrderLine;
import io.daybook.domain.returns.ReturnView.Fees;
import io.daybook.domain.returns.ReturnView.Inspection;
import io.daybook.domain.returns.ReturnView.Outbound;
import io.daybook.domain.returns.ReturnView.Parcel;
import io.daybook.domain.returns.ReturnView.Refund;
import io.daybook.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the events of a return to the view of it. */
final class ReturnFold {

    private ReturnFold() {}

    static ReturnView evolve(@Nullable ReturnView before, ReturnEvent event, Instant recordedAt) {
        if (before == null) {
            if (!(event instanceof ReturnRequested first)) {
                throw new IllegalStateException("a return starts with ReturnRequested");
            }
            return requested(first, recordedAt);
        }
        ReturnLedger ledger = LedgerJson.ledger(before).evolve(event);
        Fees fees = event instanceof ReturnApproved e ? fees(e) : before.fees();
        return new ReturnView(
                before.returnId(),
                before.rmaNumber(),
                before.orderId(),
                before.kind(),
                ledger.status(),
                before.refundTo(),
                before.currency(),
                LedgerJson.lines(ledger),
                event instanceof ReturnReceived e
                        ? more(before.parcels(), parcel(e, recordedAt))
                        : before.parcels(),
                event instanceof ReturnInspected e
                        ? more(before.inspections(), inspection(e, recordedAt))
                        : before.inspections(),
                fees,
                refund(ledger),
                LedgerJson.settlements(ledger),
                before.outbound(),
                event instanceof ReplacementRequested e
                        ? e.replacementId()
                        : before.replacementOrderId(),
                reason(before, event),
                event instanceof ReturnApproved e ? e.expiresAt() : before.expiresAt(),
                before.requestedAt(),
                recordedAt,
                before.version() + 1);
    }

    private static ReturnView requested(ReturnRequested event, Instant recordedAt) {
        ReturnLedger ledger = ReturnLedger.of(event);
        return new ReturnView(
                event.returnId(),
                event.rmaNumber(),
                event.orderId(),
                event.kind(),
                ledger.status(),
                event.refundTo(),
                ledger.fees().currency().getCurrencyCode(),
                LedgerJson.lines(ledger),
                List.of(),
                List.of(),
                new Fees(ledger.zero().amount(), ledger.zero().amount()),
                refund(ledger),
                List.of(),
                event.outbound().stream().map(ReturnFold::outbound).toList(),
                null,
                null,
                null,
                recordedAt,
                recordedAt,
                1);
    }

    private static Outbound outbound(OrderLine line) {
        return new Outbound(
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice().amount(),
                line.total().amount(),
                line.location());
    }

    private static Fees fees(ReturnApproved event) {
        return new Fees(event.restockingFee().amount(), event.returnShippingFee().amount());
    }

    private static Parcel parcel(ReturnReceived event, Instant recordedAt) {
        return new Parcel(event.parcel(), event.lines(), event.unexpected(), recordedAt);
    }

    private static Inspection inspection(ReturnInspected event, Instant recordedAt) {
        return new Inspection(event.inspection(), event.settlement(), event.lines(), recordedAt);
    }

    private static Refund refund(ReturnLedger ledger) {
        Money unpaid = ledger.unpaid();
        Money exchanged = ledger.made(RefundStep.Target.EXCHANGE);
        return new Refund(
                ledger.value().amount(),
                ledger.entitled().amount(),
                ledger.made().minus(exchanged).amount(),
                exchanged.amount(),
                unpaid.amount(),
                ledger.entitled().minus(ledger.made()).minus(unpaid).amount());
    }

    private static @Nullable String reason(ReturnView before, ReturnEvent event) {
        return switch (event) {
            case ReturnDeclined e -> e.reason();
            case ReturnCancelled e -> e.reason();
            default -> before.statusReason();
        };
    }

    private static <T> List<T> more(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }
}
