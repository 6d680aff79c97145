package io.daybook.command.process;

import io.daybook.command.process.OrderBook.Stage;
import io.daybook.domain.order.ApplyChange;
import io.daybook.domain.order.ExpireOrder;
import io.daybook.domain.order.LineEdit;
import io.daybook.domain.order.NewLine;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.ProposeChange;
import io.daybook.domain.order.WithdrawChange;
import io.daybook.domain.payment.CloseDispute;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.ExpireAuthorisation;
import io.daybook.domain.payment.OpenDispute;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of orders and of their money after they were placed: changes, time and banks. */
final class ChangeDesk {

    private ChangeDesk() {}

    static void propose(Simulation s, int a, int b, int c) {
        OrderId order =
                Callers.some(s, a, Stage.PLACED, Stage.CONFIRMED, Stage.SHIPPING, Stage.COMPLETED);
        LineId line = Callers.line(1 + c % 3);
        boolean adds = b % 4 == 0;
        boolean removes = b % 4 == 1;
        s.ask(
                new ProposeChange(
                        order,
                        changeId(order, b),
                        adds ? List.of(more(b, c)) : List.of(),
                        removes ? List.of() : List.of(edit(line, a, b, c)),
                        removes ? List.of(line) : List.of(),
                        null));
    }

    private static NewLine more(int b, int c) {
        return new NewLine(
                Callers.item(b + c).sku(),
                null,
                1 + c % 2,
                Callers.eur("2.79"),
                Callers.eur("0.10"),
                new BigDecimal("0.07"),
                Callers.item(b + c).location());
    }

    private static LineEdit edit(LineId line, int a, int b, int c) {
        return new LineEdit(
                line,
                a % 3 == 0 ? null : 1 + c % 5,
                b % 3 == 0 ? Callers.eur(c % 2 == 0 ? "2.99" : "3.51") : null,
                b % 5 == 0 ? Callers.eur("0.35") : null);
    }

    /** Mostly the one that is open, as it was seen last; sometimes as it was seen before. */
    static void apply(Simulation s, int a, int b, int c) {
        OrderBook order = changed(s, a);
        ChangeId change = order.openChange().orElse(changeId(order.id, b));
        long version =
                s.shop().order(order.id) instanceof OrderState.Placed placed
                        ? placed.version() - (c % 8 == 0 ? 1 : 0)
                        : 1;
        s.ask(
                new ApplyChange(
                        order.id,
                        change,
                        version,
                        b % 4 == 0 ? new PaymentTerms("card", "tok-2") : null));
    }

    static void withdraw(Simulation s, int a, int b, int c) {
        OrderBook order = changed(s, a);
        s.ask(new WithdrawChange(order.id, order.openChange().orElse(changeId(order.id, b))));
    }

    private static OrderBook changed(Simulation s, int n) {
        List<OrderBook> open =
                s.ledger().orders().stream()
                        .filter(order -> order.openChange().isPresent())
                        .toList();
        return open.isEmpty() ? s.ledger().order(Callers.order(n)) : open.get(n % open.size());
    }

    static void expireOrder(Simulation s, int a, int b, int c) {
        s.ask(new ExpireOrder(Callers.some(s, a, Stage.PLACED), s.now()));
    }

    /** The provider lets go first; the shop notices when it looks. */
    static void expireAuthorisation(Simulation s, int a, int b, int c) {
        s.provider().lapse(s.now());
        MoneyBook payment = payment(s, a);
        if (payment != null) {
            s.ask(new ExpireAuthorisation(payment.id, s.now()));
        }
    }

    static void openDispute(Simulation s, int a, int b, int c) {
        List<MoneyBook> kept =
                s.ledger().payments().stream().filter(p -> p.kept().signum() > 0).toList();
        if (!kept.isEmpty()) {
            PaymentId id = kept.get(a % kept.size()).id;
            s.ask(
                    new OpenDispute(
                            id,
                            "dispute-" + b % 3,
                            Callers.eur("1.50").times(1 + c % 4),
                            "not mine"));
        }
    }

    static void closeDispute(Simulation s, int a, int b, int c) {
        List<MoneyBook> disputed =
                s.ledger().payments().stream().filter(p -> !p.disputes().isEmpty()).toList();
        if (!disputed.isEmpty()) {
            MoneyBook payment = disputed.get(a % disputed.size());
            s.ask(
                    new CloseDispute(
                            payment.id,
                            payment.disputes().get(b % payment.disputes().size()),
                            c % 2 == 0 ? DisputeOutcome.WON : DisputeOutcome.LOST));
        }
    }

    /** Banks decide in the end, and what the provider let go of is noticed. */
    static void tidyUp(Simulation s) {
        for (MoneyBook payment : List.copyOf(s.ledger().payments())) {
            for (String dispute : payment.disputes()) {
                s.ask(new CloseDispute(payment.id, dispute, DisputeOutcome.WON));
            }
            if (payment.held().signum() > 0
                    && s.provider().account(payment.id.value()).hasLapsed()) {
                s.ask(new ExpireAuthorisation(payment.id, s.now()));
            }
        }
    }

    private static @Nullable MoneyBook payment(Simulation s, int n) {
        List<MoneyBook> holding =
                s.ledger().payments().stream()
                        .filter(payment -> payment.held().signum() > 0)
                        .toList();
        return holding.isEmpty() ? null : holding.get(n % holding.size());
    }

    /** Few for each order, so that requests repeat themselves. */
    private static ChangeId changeId(OrderId order, int n) {
        return ChangeId.of(
                UUID.nameUUIDFromBytes(
                        ("change" + order.value() + n % 5).getBytes(StandardCharsets.UTF_8)));
    }
}
