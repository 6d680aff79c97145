package io.daybook.command.process;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.math.BigDecimal;

/** What has to hold of returns when nothing is under way any more. */
final class ReturnEndLaws {

    private final Ledger ledger;

    private ReturnEndLaws(Ledger ledger) {
        this.ledger = ledger;
    }

    static void check(Ledger ledger) {
        var laws = new ReturnEndLaws(ledger);
        ledger.returns().forEach(laws::returned);
        ledger.orders().forEach(laws::order);
    }

    private void returned(ReturnBook book) {
        require(!book.isPaying() && !book.isOwing(), book.id, "its settlement never ended");
        require(!book.isJudged(), book.id, "all units are judged, and it is not settled");
        require(
                ledger.refunds().moved(book.id).compareTo(book.made()) == 0,
                book.id,
                "paid %s, really %s".formatted(book.made(), ledger.refunds().moved(book.id)));
        BigDecimal waived = ledger.order(book.orderId).waived(book.id);
        require(
                waived.compareTo(book.waived()) == 0,
                book.id,
                "gave %s back, and the order waives %s".formatted(book.waived(), waived));
        require(book.restocks().isDone(), book.id, "accepted units are on no shelf");
        OrderId replacement = book.replacement();
        require(
                replacement == null || !ledger.order(replacement).lines().isEmpty(),
                book.id,
                "nobody ordered its replacement");
        for (LineId line : book.lines()) {
            int known = ledger.order(book.orderId).returning(book.id).getOrDefault(line, 0);
            require(
                    known == book.counted(line),
                    book.id,
                    "%s: %d units, but the order knows of %d"
                            .formatted(book.stage(), book.counted(line), known));
        }
    }

    private void order(OrderBook order) {
        for (ReturnId id : order.returns()) {
            require(
                    ledger.returns().stream().anyMatch(book -> book.id.equals(id)),
                    id,
                    "the order set units aside, and nobody requested it");
        }
    }

    private void require(boolean holds, Object owner, String law) {
        if (!holds) {
            ledger.broken(owner + ": " + law);
        }
    }
}
